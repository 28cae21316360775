namespace Lectern.Notes.Exports.Subtitles;

/// <summary>Writes the times of subtitles.</summary>
internal static class CueClock
{
    /// <summary>Returns whole milliseconds as hours, minutes, seconds and milliseconds: "00:01:02,345".</summary>
    /// <param name="milliseconds">Milliseconds from the start, 0 or more.</param>
    /// <param name="mark">What stands before the milliseconds: a comma in SubRip, a point in WebVTT.</param>
    public static string Of(long milliseconds, char mark)
    {
        var seconds = milliseconds / 1000;
        return $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}{mark}{milliseconds % 1000:000}";
    }
}
