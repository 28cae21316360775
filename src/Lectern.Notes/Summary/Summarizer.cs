using Lectern.Notes.Marks;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary.Compression;

namespace Lectern.Notes.Summary;

/// <summary>Chooses the sentences of a lecture that together tell what it is about.</summary>
/// <remarks>
/// Every sentence is offered in all forms that <see cref="SentenceForms"/> finds, and <see cref="SummarySelection"/> chooses among them
/// under a budget of words, spread over the sections and over all that was spoken. Pure and thread-safe.
/// </remarks>
public static class Summarizer
{
    /// <summary>Words of speech below which a lecture is not summarised: there is nothing to leave out.</summary>
    public const int FewestWords = 80;

    private const int BriefWords = 60;
    private const int StandardWords = 120;
    private const int MaxParagraphWords = 70;
    private const int MinParagraphWords = 25;

    // A summary is at most a third of what was said.
    private const int Shrink = 3;

    /// <summary>Returns the sentences of the summary in the order of the lecture.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="sections">Its sections, which together hold every sentence once.</param>
    /// <param name="scores">How good each sentence is.</param>
    /// <param name="style">How long the summary is.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="marks">How much marks raise each sentence; null for not at all.</param>
    /// <returns>
    /// No sentence where the lecture has fewer than <see cref="FewestWords"/> words. No sentence that leans on the one before it, and
    /// none twice.
    /// </returns>
    public static IReadOnlyList<CitedSentence> Summarize(
        IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections, SentenceScores scores, SummaryStyle style, string language, MarkWeights? marks = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(scores);

        return style switch
        {
            SummaryStyle.Brief => Summarize(sentences, sections, scores, BriefWords, language, marks),
            SummaryStyle.Standard => Summarize(sentences, sections, scores, StandardWords, language, marks),
            SummaryStyle.Detailed => Paragraphs(sentences, sections, scores, language, marks ?? MarkWeights.None),
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style of summary."),
        };
    }

    /// <summary>Returns a summary of about a number of words.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="sections">Its sections, which together hold every sentence once.</param>
    /// <param name="scores">How good each sentence is.</param>
    /// <param name="words">How many words; a summary is never longer than a third of what was said.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="marks">How much marks raise each sentence; null for not at all.</param>
    /// <returns>As above.</returns>
    public static IReadOnlyList<CitedSentence> Summarize(
        IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections, SentenceScores scores, int words, string language, MarkWeights? marks = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(scores);

        var spoken = WordsBefore(sentences);
        if (spoken[^1] < FewestWords)
            return [];
        var budget = Math.Min(words, spoken[^1] / Shrink);
        var selection = Prepare(sentences, sections, scores, TermWeights.Of(sentences, language), 0..sentences.Count, language, (marks ?? MarkWeights.None).InSummary);
        var chosen = selection.Choose(budget, Place(spoken, 0, sentences.Count));
        return Cite(chosen, sentences, sections);
    }

    private static IReadOnlyList<CitedSentence> Paragraphs(
        IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections, SentenceScores scores, string language, MarkWeights marks)
    {
        var spoken = WordsBefore(sentences);
        if (spoken[^1] < FewestWords)
            return [];
        var weights = TermWeights.Of(sentences, language);
        var chosen = new List<SummaryCandidate>();
        foreach (var section in sections)
        {
            var words = spoken[section.LastSentence + 1] - spoken[section.FirstSentence];
            // A short lecture has few sections: their paragraphs together are no shorter than a standard summary.
            var share = Math.Min(StandardWords, spoken[^1] / Shrink) * words / spoken[^1];
            var budget = Math.Min(Math.Max(Math.Clamp(words / 8, MinParagraphWords, MaxParagraphWords), share), words);
            var selection = Prepare(sentences, sections, scores, weights, section.FirstSentence..(section.LastSentence + 1), language, marks.InDetail);
            chosen.AddRange(selection.Choose(budget, Place(spoken, section.FirstSentence, section.LastSentence + 1)));
        }

        return Cite(chosen, sentences, sections);
    }

    private static SummarySelection Prepare(
        IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections, SentenceScores scores, TermWeights weights, Range stretch, string language, Func<int, double> emphasis)
    {
        var (first, count) = stretch.GetOffsetAndLength(sentences.Count);
        var candidates = Enumerable.Range(first, count).SelectMany(index => SentenceForms.Of(sentences[index].Text, index, language)).ToArray();
        if (candidates.Length == 0)
            candidates = [.. Enumerable.Range(first, count).Select(index => Whole(sentences[index].Text, index, language))];
        return new SummarySelection(candidates, weights, scores.Ranks, index => Section.IndexOf(sections, index), emphasis);
    }

    // Where no sentence seems to stand alone, the rules do not fit how the lecture was written down, and sentences are taken as they are.
    private static SummaryCandidate Whole(string sentence, int index, string language)
    {
        var text = Prose.Tidy(sentence, language);
        return new SummaryCandidate(index, text, Tokens.Count(text), Standing: 1, IsAnnouncement: false);
    }

    private static IReadOnlyList<CitedSentence> Cite(
        IReadOnlyList<SummaryCandidate> chosen, IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections) =>
        [.. chosen.Select(candidate => CitedSentence.InForm(sentences, candidate.Sentence, Section.IndexOf(sections, candidate.Sentence), candidate.Text))];

    // Where the middle of a sentence stands in a stretch, by words spoken.
    private static Func<int, double> Place(int[] spoken, int first, int end)
    {
        var (start, words) = (spoken[first], Math.Max(1, spoken[end] - spoken[first]));
        return sentence => ((spoken[sentence] + spoken[sentence + 1]) / 2.0 - start) / words;
    }

    // The words spoken before each sentence, and all of them last.
    private static int[] WordsBefore(IReadOnlyList<Sentence> sentences)
    {
        var words = new int[sentences.Count + 1];
        for (var index = 0; index < sentences.Count; index++)
            words[index + 1] = words[index] + Tokens.Count(sentences[index].Text);
        return words;
    }
}
