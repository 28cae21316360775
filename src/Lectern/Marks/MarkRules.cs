using System.Diagnostics.CodeAnalysis;
using Lectern.Inference;
using Lectern.Notes.Marks;
using Lectern.Sessions;

namespace Lectern.Marks;

/// <summary>Checks what was sent as a mark, and says what is wrong with it.</summary>
internal static class MarkRules
{
    /// <summary>The most characters of a mark's words.</summary>
    internal const int LongestText = 2_000;

    // A browser that was closed over the holidays still says the truth.
    private static readonly TimeSpan LongestMissing = TimeSpan.FromDays(30);

    /// <summary>Makes a mark of what was sent.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="longest">The longest recording.</param>
    /// <param name="mark">The mark; null where something is wrong.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    internal static string? Read(MarkRequest request, TimeSpan longest, out NewMark? mark)
    {
        mark = null;
        if (request.Id is not { } id || id == Guid.Empty)
            return "A mark needs an id: a random GUID.";
        if (Read(request.Kind, request.Text, out var kind, out var text) is { } wrong)
            return wrong;
        if (!IsWithin(request.Seconds, longest, out var seconds))
            return $"A mark needs its place in the recording: from 0 to {longest.TotalSeconds:0} seconds.";
        if (!IsWithin(request.EndSeconds ?? seconds, longest, out var end) || end < seconds)
            return $"A mark ends after its beginning, and within {longest.TotalSeconds:0} seconds.";
        if (!IsWithin(request.MissingSeconds ?? 0, LongestMissing, out var missing) || (missing > 0 && kind != MarkKind.Gap))
            return "Seconds are missing only in a gap: from 0 to those of 30 days.";
        mark = new NewMark(id, kind, ToSample(seconds), ToSample(end), (long)Math.Round(missing * 1000), text);
        return null;
    }

    /// <summary>Checks kind and words.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    internal static string? Read(string? kind, string? words, out MarkKind found, out string text)
    {
        (found, text) = (default, "");
        if (MarkKinds.Find(kind) is not { } known)
            return $"There is no such kind of mark. The kinds are: {MarkKinds.Names}.";
        if (words?.Length > LongestText)
            return $"The text has {words.Length} characters; {LongestText} are allowed.";
        (found, text) = (known, EditRules.OneLine(words ?? ""));
        return null;
    }

    private static bool IsWithin([NotNullWhen(true)] double? seconds, TimeSpan longest, out double value)
    {
        value = seconds.GetValueOrDefault();
        return seconds is not null && double.IsFinite(value) && value >= 0 && value <= longest.TotalSeconds;
    }

    private static long ToSample(double seconds) => (long)Math.Round(seconds * SampleClock.Rate);
}
