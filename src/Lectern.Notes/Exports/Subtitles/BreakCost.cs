using System.Collections.Frozen;

namespace Lectern.Notes.Exports.Subtitles;

/// <summary>How much a reader minds a break between two words.</summary>
/// <remarks>
/// After the subtitle guides that follow Netflix's "Timed Text Style Guide": break after punctuation, else before conjunctions and
/// prepositions, never between an article and its noun. The words are English; in other languages punctuation alone decides.
/// </remarks>
internal static class BreakCost
{
    private static readonly FrozenSet<string> Conjunctions = Words("and but or nor so because although while when where which who that if than as since until");
    private static readonly FrozenSet<string> Prepositions = Words("of in on at by for with from to into about between through during over under after before");
    private static readonly FrozenSet<string> Clinging = Words("a an the my your his her its our their this these those very of in on at by for with from to is are was were i we he she it they you not");

    /// <summary>Returns the cost of a break before a token: 0 (after a sentence) to 8 (inside a word).</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <param name="index">Index of the token after the break, at least 1.</param>
    public static double Before(IReadOnlyList<CueToken> tokens, int index)
    {
        var (before, after) = (tokens[index - 1].Text, tokens[index].Text);
        var last = before.TrimEnd('"', '”', '\'', '’', ')', ']', '»', '」', '』') is { Length: > 0 } bare ? bare[^1] : ' ';
        if (!tokens[index].HasSpaceBefore && (char.IsPunctuation(after[0]) || char.IsAsciiLetterOrDigit(after[0])))
            return 8;
        if (last is '.' or '?' or '!' or '…' or '。' or '？' or '！')
            return 0;
        if (last is ',' or ';' or ':' or '—' or '–' or '、' or '，' or '；')
            return 0.5;
        var (word, next) = (before.ToLowerInvariant(), after.ToLowerInvariant());
        if (Clinging.Contains(word))
            return 3;
        return Conjunctions.Contains(next) ? 0.8 : Prepositions.Contains(next) ? 1.2 : 2;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
