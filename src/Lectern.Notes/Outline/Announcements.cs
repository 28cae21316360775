using System.Text.RegularExpressions;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Outline;

/// <summary>Where a lecturer says what comes now: the places after "talk about", "turn to", "the question of".</summary>
/// <remarks>
/// What follows such words is a title in the speaker's own words: the cue method of H. P. Edmundson, "New methods in automatic extracting"
/// (1969), with words chosen by hand. Immutable and thread-safe.
/// </remarks>
internal sealed partial class Announcements
{
    // Articles and adjectives may stand between the cue and what it announces.
    private const int Reach = 30;
    private readonly int[][] _ends;

    /// <summary>Reads the sentences.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="language">A BCP 47 tag; nothing is announced in languages other than English.</param>
    public Announcements(IReadOnlyList<Sentence> sentences, string language) =>
        _ends = LanguageTag.IsEnglish(language)
            ? [.. sentences.Select(sentence => Cues().Matches(sentence.Text).Select(match => match.Index + match.Length).ToArray())]
            : [.. sentences.Select(_ => Array.Empty<int>())];

    /// <summary>Whether a cue stands closely before a place.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="start">Index of a UTF-16 unit in its text.</param>
    public bool Precede(int sentence, int start) => _ends[sentence].Any(end => start >= end && start - end <= Reach);

    [GeneratedRegex(
        @"\b(?:talk(?:ing)? about|turn (?:now )?to|look at|move (?:on )?to|focus on|introduc\w+|discuss\w*|consider|(?:question|problem|idea|notion|"
        + @"concept|story|theory) of|called|go to|come to|think about|(?:start|begin) with)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cues();
}
