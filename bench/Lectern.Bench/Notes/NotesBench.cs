using System.CommandLine;

namespace Lectern.Bench.Notes;

/// <summary><c>bench notes</c>: outline, summaries, key sentences and cards on the shared lecture texts, with the scorers there.</summary>
internal static class NotesBench
{
    // A part of the bench by its name on the command line; each prints its own rows, baselines beside ours.
    private static readonly Dictionary<string, Func<CancellationToken, Task>> Parts = new(StringComparer.Ordinal)
    {
        ["summary"] = SummaryPart.RunAsync,
        ["coverage"] = CoveragePart.RunAsync,
        ["keypoints"] = KeyPointsPart.RunAsync,
        ["speed"] = NotesSpeedPart.RunAsync,
        ["outline"] = OutlineBench.RunAsync,
        ["titles"] = TitlesBench.RunAsync,
        ["outline-fit"] = OutlineFit.RunAsync,
    };

    internal static Command CreateCommand()
    {
        var part = new Option<string>("--part") { DefaultValueFactory = _ => "all", Description = $"all, or one of: {string.Join(", ", Parts.Keys)}." };
        var command = new Command("notes", "Quality and speed of notes and cards on the shared lecture texts.") { part };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(part)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string name, CancellationToken cancellation)
    {
        var chosen = string.Equals(name, "all", StringComparison.Ordinal) ? [.. Parts.Values] : Parts.TryGetValue(name, out var one) ? [one] : Array.Empty<Func<CancellationToken, Task>>();
        foreach (var run in chosen)
            await run(cancellation);
        return chosen.Length > 0 ? 0 : 2;
    }
}
