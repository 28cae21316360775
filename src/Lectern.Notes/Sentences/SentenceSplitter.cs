using Lectern.Inference;

namespace Lectern.Notes.Sentences;

/// <summary>Cuts a transcript into sentences.</summary>
public static class SentenceSplitter
{
    // A transcript with fewer sentence ends than one in sixty words was written without punctuation.
    private const int WordsPerEndUnpunctuated = 60;
    private const int LongWords = 100;
    private const int LongWordsUnpunctuated = 25;
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1.5);

    /// <summary>Returns the sentences of a transcript in order.</summary>
    /// <param name="segments">Segments in order, without overlap. A sentence may span several, and one may hold several sentences.</param>
    /// <param name="language">A BCP 47 tag, which chooses abbreviations, stop words and discourse cues.</param>
    /// <returns>
    /// Sentences whose texts hold every character of the segments but white space. Punctuation ends a sentence where it is not part of
    /// an abbreviation, an initial or a number; text without punctuation is cut at pauses and at words that open sentences, into pieces
    /// of at most 40 words. Ranges inside a segment are interpolated by characters; starts and ends never decrease.
    /// </returns>
    /// <exception cref="ArgumentException">A segment ends before it begins, or begins before the one ahead of it ends.</exception>
    /// <remarks>Pure and thread-safe.</remarks>
    public static IReadOnlyList<Sentence> Split(IReadOnlyList<TranscriptSegment> segments, string language)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(language);

        var transcript = TranscriptText.Join(segments);
        var text = transcript.Text;
        if (text.Length == 0)
            return [];

        var isCased = IsCased(text);
        var ends = SentenceBoundaries.Find(text, language, isCased);
        var isUnpunctuated = Tokens.Count(text) > (ends.Count + (EndsInPunctuation(text) ? 1 : 0)) * WordsPerEndUnpunctuated;
        var cuts = new SortedSet<int>(ends.Select(end => SkipSpace(text, end)));
        if (isCased && !isUnpunctuated && LanguageTag.IsEnglish(language))
            cuts = FalseStops.Correct(text, cuts);
        cuts.UnionWith(PauseCuts(transcript, isCased));
        cuts.Remove(0);
        var limit = isUnpunctuated ? LongWordsUnpunctuated : LongWords;
        return Build(transcript, CutLongRuns(transcript, cuts, limit, language));
    }

    private static List<int> CutLongRuns(TranscriptText transcript, SortedSet<int> cuts, int limit, string language)
    {
        var all = new List<int>();
        var start = 0;
        foreach (var end in cuts.Append(transcript.Text.Length))
        {
            if (Tokens.Count(transcript.Text[start..end]) > limit)
                all.AddRange(PauseSplitter.Split(transcript, start, end, language));
            if (end < transcript.Text.Length)
                all.Add(end);
            start = end;
        }

        return all;
    }

    private static List<Sentence> Build(TranscriptText transcript, List<int> cuts)
    {
        var sentences = new List<Sentence>(cuts.Count + 1);
        var start = 0;
        foreach (var cut in cuts.Append(transcript.Text.Length))
        {
            var end = transcript.Text[cut - 1] == ' ' ? cut - 1 : cut;
            sentences.Add(new Sentence
            {
                Text = transcript.Text[start..end],
                StartSample = transcript.StartSampleAt(start),
                EndSample = transcript.EndSampleAt(end),
                FirstSegment = transcript.SegmentAt(start),
                LastSegment = transcript.SegmentAt(end - 1),
            });
            start = cut;
        }

        return sentences;
    }

    // A long silence ends a sentence that the recogniser left open, unless the next segment goes on in small letters.
    private static IEnumerable<int> PauseCuts(TranscriptText transcript, bool isCased)
    {
        var text = transcript.Text;
        for (var index = 1; index < text.Length; index++)
        {
            var mayBegin = text[index - 1] == ' ' || Scripts.IsUnspaced(text[index]);
            if (mayBegin && transcript.PauseBefore(index) is { } pause && pause >= LongPause && !(isCased && char.IsLower(text[index])))
                yield return index;
        }
    }

    // Text is cased when sentences open with capitals: some capital must follow a sentence end, and more do than do not.
    private static bool IsCased(string text)
    {
        var (upper, lower) = (0, 0);
        for (var index = 0; index + 2 < text.Length; index++)
        {
            if (!SentenceBoundaries.IsTerminator(text[index]) || text[index + 1] != ' ')
                continue;
            upper += char.IsUpper(text[index + 2]) ? 1 : 0;
            lower += char.IsLower(text[index + 2]) ? 1 : 0;
        }

        return upper + lower == 0 ? char.IsUpper(text[0]) : upper >= lower;
    }

    private static bool EndsInPunctuation(string text)
    {
        var bare = text.TrimEnd('"', '\'', '”', '’', '»', ')', ']');
        return bare.Length > 0 && SentenceBoundaries.IsTerminator(bare[^1]);
    }

    private static int SkipSpace(string text, int index) => index < text.Length && text[index] == ' ' ? index + 1 : index;
}
