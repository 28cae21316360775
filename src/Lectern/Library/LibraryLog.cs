namespace Lectern.Library;

/// <summary>What the library writes to the server's log.</summary>
internal static partial class LibraryLog
{
    [LoggerMessage(101, LogLevel.Information, "{Purged} lectures left the recycle bin for good, {Stale} uploads that stood still were put there")]
    internal static partial void Emptied(this ILogger log, int purged, int stale);

    [LoggerMessage(102, LogLevel.Warning, "{Lecture} could not be removed; it is tried again in an hour")]
    internal static partial void NotRemoved(this ILogger log, Exception error, Guid lecture);

    [LoggerMessage(103, LogLevel.Warning, "The recycle bin could not be emptied; it is tried again in an hour")]
    internal static partial void NotEmptied(this ILogger log, Exception error);
}
