namespace Lectern.Ingest;

/// <summary>Why an upload, or a part of it, is not taken.</summary>
/// <param name="Status">The status by which HTTP and tus say so.</param>
/// <param name="Sentence">What happened and what to do, for people.</param>
public sealed record UploadRefusal(int Status, string Sentence)
{
    /// <summary>How long to wait before it is tried again; null where waiting does not help by itself.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
