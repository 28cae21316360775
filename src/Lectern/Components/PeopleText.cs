using System.Globalization;

namespace Lectern.Components;

/// <summary>Writes amounts and instants as people read them.</summary>
internal static class PeopleText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>Returns a date in the machine's time zone: "24 Nov 2026, 14:05".</summary>
    internal static string Date(DateTimeOffset instant, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(instant, time.LocalTimeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Returns a number of bytes: "12 MB".</summary>
    internal static string Bytes(long bytes)
    {
        var (amount, unit) = ((double)bytes, 0);
        while (amount >= 1000 && unit < Units.Length - 1)
            (amount, unit) = (amount / 1000, unit + 1);
        return amount < 10 && unit > 0 ? $"{amount:0.0} {Units[unit]}" : $"{amount:0} {Units[unit]}";
    }

    /// <summary>Returns an estimate of a time: "about 40 seconds", "about 3 minutes", "about 2 h 10 min".</summary>
    internal static string About(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => "a few seconds",
        < 90 => $"about {Math.Ceiling(time.TotalSeconds / 10) * 10:0} seconds",
        < 5400 => $"about {Math.Round(time.TotalMinutes):0} minutes",
        _ => $"about {Math.Floor(time.TotalHours):0} h {Math.Floor(time.TotalMinutes % 60):0} min",
    };

    /// <summary>Returns a number with its noun: "1 card", "3 cards".</summary>
    internal static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number:#,0} {noun}s";

    /// <summary>Returns a time in seconds for an attribute that modules read: "12.34".</summary>
    internal static string Seconds(long sample) => ((double)sample / Inference.SampleClock.Rate).ToString("0.###", CultureInfo.InvariantCulture);
}
