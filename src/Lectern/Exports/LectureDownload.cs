namespace Lectern.Exports;

/// <summary>A file that was made of a lecture.</summary>
/// <param name="FileName">The name to store it under.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="WriteAsync">Writes it; to be called once.</param>
public sealed record LectureDownload(string FileName, string MediaType, Func<Stream, CancellationToken, Task> WriteAsync);
