namespace Lectern.Notes.Exports;

/// <summary>Writes times as people read them on a player.</summary>
public static class TimeLabel
{
    /// <summary>Returns a time as minutes and seconds ("04:07"), with hours in front from the first hour on ("1:04:07"); parts of a second are left out.</summary>
    /// <param name="time">A time from the start of the lecture, 0 or more.</param>
    public static string Of(TimeSpan time)
    {
        var seconds = (long)time.TotalSeconds;
        var minutesAndSeconds = $"{seconds / 60 % 60:00}:{seconds % 60:00}";
        return seconds < 3600 ? minutesAndSeconds : $"{seconds / 3600}:{minutesAndSeconds}";
    }
}
