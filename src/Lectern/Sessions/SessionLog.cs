namespace Lectern.Sessions;

/// <summary>What sessions write to the server's log.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(1, LogLevel.Information, "Batch {Batch} of {Lecture} decoded")]
    internal static partial void BatchDecoded(this ILogger log, Guid lecture, int batch);

    [LoggerMessage(2, LogLevel.Warning, "The transcription of {Lecture} failed")]
    internal static partial void RunFailed(this ILogger log, Exception error, Guid lecture);

    [LoggerMessage(3, LogLevel.Warning, "Batch {Batch} of {Lecture} and those after it are replaced: this program cuts the recording in other places than the one that made them")]
    internal static partial void BatchesReplaced(this ILogger log, Guid lecture, int batch);

    [LoggerMessage(4, LogLevel.Error, "The state of {Lecture} could not be saved")]
    internal static partial void NotSaved(this ILogger log, Exception error, Guid lecture);

    [LoggerMessage(5, LogLevel.Information, "Going on with {Count} unfinished lectures")]
    internal static partial void Resuming(this ILogger log, int count);

    [LoggerMessage(6, LogLevel.Warning, "Going on with {Lecture}, whose run ended without a word")]
    internal static partial void GoesOn(this ILogger log, Guid lecture);

    [LoggerMessage(7, LogLevel.Warning, "There are no more captions of {Lecture}; its transcription goes on")]
    internal static partial void CaptionsFailed(this ILogger log, Exception error, Guid lecture);

    [LoggerMessage(8, LogLevel.Warning, "The captions' model {Model} cannot be used; the transcript's own writes them, more slowly")]
    internal static partial void CaptionModelMissing(this ILogger log, Exception error, string model);
}
