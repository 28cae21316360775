namespace Lectern.Bench.Recorder;

/// <summary>What browser and server held at a moment of a recording.</summary>
/// <param name="Minutes">How much was recorded.</param>
/// <param name="Heap">Megabytes of the page's objects that are in use, after a collection.</param>
/// <param name="Nodes">Nodes of the page's documents.</param>
/// <param name="Listeners">Listeners of events of the page.</param>
/// <param name="Renderer">Resident megabytes of the page's process.</param>
/// <param name="Stored">Megabytes that the browser's store takes.</param>
/// <param name="Server">Resident megabytes of the server.</param>
internal sealed record MemoryLook(double Minutes, double Heap, double Nodes, double Listeners, double Renderer, double Stored, double Server)
{
    /// <summary>Returns the numbers that must not grow, by name.</summary>
    internal IEnumerable<(string Name, double Value)> Numbers() =>
        [("heap", Heap), ("nodes", Nodes), ("listeners", Listeners), ("renderer", Renderer), ("store", Stored), ("server", Server)];
}
