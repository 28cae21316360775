namespace Lectern.Notes.Exports.Json;

/// <summary>Writes times as JSON numbers.</summary>
internal static class JsonSeconds
{
    /// <summary>Returns a time in seconds, rounded to whole milliseconds.</summary>
    public static double Of(TimeSpan time) => Math.Round(time.TotalSeconds, 3, MidpointRounding.AwayFromZero);
}
