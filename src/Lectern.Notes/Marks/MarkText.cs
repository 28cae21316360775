using Lectern.Notes.Exports;

namespace Lectern.Notes.Marks;

/// <summary>Says in English what a mark is, for people.</summary>
public static class MarkText
{
    /// <summary>Returns the name of a kind: "Important", "Exam", "Lost the thread", …</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(MarkKind kind) => kind == MarkKind.Lost ? "Lost the thread" : kind.ToString();

    /// <summary>Says what is missing in a gap and why: "4 seconds are missing here: the browser was closed".</summary>
    /// <param name="gap">The gap.</param>
    public static string OfGap(Mark gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        var reason = gap.Text.TrimEnd('.', ' ');
        return What(gap) + (reason.Length == 0 ? "" : ": " + InSentence(reason));
    }

    private static string What(Mark gap)
    {
        if (gap.Missing > TimeSpan.Zero)
            return $"{Amount(gap.Missing, out var isOne)} {(isOne ? "is" : "are")} missing here";
        return gap.EndSample > gap.StartSample ? $"Nothing could be heard from {TimeLabel.Of(gap.Start)} to {TimeLabel.Of(gap.End)}" : "Sound is missing here";
    }

    private static string Amount(TimeSpan missing, out bool isOne)
    {
        var seconds = (long)Math.Round(missing.TotalSeconds);
        isOne = seconds is 0 or 1 or 60 or 3600;
        return seconds switch
        {
            0 => "Less than a second",
            < 60 => Count(seconds, "second"),
            < 3600 => Both(seconds / 60, "minute", seconds % 60, "second"),
            _ => Both(seconds / 3600, "hour", seconds % 3600 / 60, "minute"),
        };
    }

    private static string Both(long large, string largeUnit, long small, string smallUnit) =>
        small == 0 ? Count(large, largeUnit) : $"{Count(large, largeUnit)} {Count(small, smallUnit)}";

    private static string Count(long number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";

    // "The browser" goes on a sentence as "the browser"; a name in capitals stays.
    private static string InSentence(string reason) =>
        reason.Length > 1 && char.IsUpper(reason[0]) && char.IsLower(reason[1]) ? char.ToLowerInvariant(reason[0]) + reason[1..] : reason;
}
