namespace Lectern.Inference.Catalog;

/// <summary>Tells the asker of one model how far it has come.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Listener">Who is told; null where nobody asked.</param>
internal sealed record ProgressTeller(string ModelId, IProgress<ModelProgress>? Listener)
{
    /// <summary>Tells a state.</summary>
    internal void Tell(ModelStage stage, string subject, long doneBytes = 0, long? totalBytes = null) =>
        Listener?.Report(new ModelProgress(ModelId, stage, subject, doneBytes, totalBytes));

    /// <summary>Returns what tells each number of bytes done.</summary>
    internal Action<long> Counter(ModelStage stage, string subject, long? totalBytes) => done => Tell(stage, subject, done, totalBytes);
}
