using System.Text.RegularExpressions;

namespace Lectern.Notes.Sentences;

/// <summary>Finds what a recording says of itself at its start and its end: whose it is, under what licence, where there is more, who may help.</summary>
/// <remarks>
/// Such sentences are no part of the lecture. One is told by cues of several kinds together, or by one cue beside a sentence that is told so, among
/// the first and the last sentences only. A kind of cue that the lecture itself uses in between is its subject there, as in a lecture about copyright,
/// and counts for nothing. English only. Pure and thread-safe.
/// </remarks>
internal static partial class Notices
{
    // How far a notice reaches into the transcript.
    private const int MostSentences = 8;
    private const int ShareOfSentences = 3;
    private const int FewestCues = 2;
    private const int UsesOfSubject = 2;
    private const int SentencesPerUse = 50;

    private static readonly Regex[] Cues = [Licence(), Recording(), Maker(), Offer(), More(), Visit(), Support(), End()];

    /// <summary>Returns which sentences are notices.</summary>
    /// <param name="sentences">The sentences of a transcript in order.</param>
    /// <param name="language">A BCP 47 tag; in languages other than English no notice is known.</param>
    /// <returns>Their indices.</returns>
    public static IReadOnlySet<int> Find(IReadOnlyList<Sentence> sentences, string language)
    {
        var notices = new HashSet<int>();
        if (!LanguageTag.IsEnglish(language))
            return notices;
        var edge = Math.Min(MostSentences, sentences.Count / ShareOfSentences);
        var between = sentences.Skip(edge).Take(sentences.Count - (2 * edge)).ToArray();
        var usesOfSubject = Math.Max(UsesOfSubject, between.Length / SentencesPerUse);
        var telling = Cues.Where(cue => between.Count(sentence => cue.IsMatch(sentence.Text)) < usesOfSubject).ToArray();
        AddRun([.. Enumerable.Range(0, edge)], sentences, telling, notices);
        AddRun([.. Enumerable.Range(0, edge).Select(index => sentences.Count - 1 - index)], sentences, telling, notices);
        return notices;
    }

    // A sentence with one cue is a notice where the next one to it, on either side, is.
    private static void AddRun(int[] places, IReadOnlyList<Sentence> sentences, Regex[] telling, HashSet<int> notices)
    {
        var cues = places.Select(place => telling.Count(cue => cue.IsMatch(sentences[place].Text))).ToArray();
        var isNotice = cues.Select(count => count >= FewestCues).ToArray();
        for (var index = 1; index < places.Length; index++)
            isNotice[index] |= cues[index] > 0 && isNotice[index - 1];
        for (var index = places.Length - 2; index >= 0; index--)
            isNotice[index] |= cues[index] > 0 && isNotice[index + 1];
        notices.UnionWith(places.Where((_, index) => isNotice[index]));
    }

    [GeneratedRegex(
        @"\b(creative commons|public domain|copyright(ed)?|all rights (are )?reserved|licen[cs]ed? (by|from|under|to)|(under|by|with) (a|an|the) [\w\s-]{0,40}licen[cs]e|terms of use)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Licence();

    [GeneratedRegex(
        @"\b((this|the following|all|these|our) ([\w.']+ ){0,2}(recordings?|podcasts?|audiobooks?|broadcasts?|episodes?|programmes?|programs?|videos?)|this is (a|an|the) ([\w.']+ ){0,3}(recording|podcast|audiobook|broadcast|production|presentation))\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Recording();

    [GeneratedRegex(@"\b(recorded|produced|presented|narrated|read|recording) (by|for|at) (the )?(?-i:[A-Z])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Maker();

    [GeneratedRegex(
        @"\b((is|are|was|were|been|being) (freely )?(provided|made available|brought|offered|distributed|available|released) (to you |to everyone |free |freely |online )*(by|under|from|for free|at no cost|through|as)|brought to you by|the following (content|material|lecture|talk|programme?|recording|video) (is|was|has)|you (are|have been|'re|'ve been) listening to)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(for (more|further|additional) (information|details|courses|lectures|materials?|recordings|episodes)|to (find out|learn|hear|see|view) (more|additional|other)|(view|find|download) (more|additional|other|further) )", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex More();

    [GeneratedRegex(@"\b((visit|see|go to|find us (at|on)|please visit)\b.{0,60}\b(web ?sites?|web ?pages?|online)\b|\w+(\.| dot )(org|com|net|edu|info|gov|ac\.uk|co\.uk)\b|w ?w ?w\b|please visit\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Visit();

    [GeneratedRegex(@"\b(your (support|donations?|gifts?)|support (us|our|this (podcast|programme?|project|channel|work|show))|(make|making) a (donation|gift)|to donate|donate (to|at|today|now)|to volunteer|please (subscribe|donate|volunteer)|subscribe to|(made possible|sponsored|funded) by)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Support();

    [GeneratedRegex(@"^(this is the )?end of (the |this |our )?(recording|chapter|section|part|side|disc|tape|book|lecture|audiobook|episode|podcast|programme?)\b|^thank(s| you) for (listening|watching|downloading)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex End();
}
