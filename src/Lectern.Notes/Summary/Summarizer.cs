using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Chooses the sentences of a lecture that together tell what it is about.</summary>
/// <remarks>
/// Greedy maximal marginal relevance (J. Carbonell and J. Goldstein, SIGIR 1998) under a budget of words, gain divided by a power of
/// length and with a reward for a section not yet touched, after H. Lin and J. Bilmes, "A class of submodular functions for document
/// summarization", ACL 2011. Pure and thread-safe.
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
    private const double Overrun = 1.1;
    private const double Redundancy = 0.7;
    private const double NewSection = 0.5;
    private const double LengthPower = 0.25;

    /// <summary>Returns the sentences of the summary in the order of the lecture.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="sections">Its sections, which together hold every sentence once.</param>
    /// <param name="scores">How good each sentence is.</param>
    /// <param name="style">How long the summary is.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>
    /// No sentence where the lecture has fewer than <see cref="FewestWords"/> words. No sentence that leans on the one before it, and
    /// none twice.
    /// </returns>
    public static IReadOnlyList<CitedSentence> Summarize(
        IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections, SentenceScores scores, SummaryStyle style, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(scores);

        var words = sentences.Select(sentence => Tokens.Count(sentence.Text)).ToArray();
        var spoken = words.Sum();
        if (spoken < FewestWords)
            return [];

        var sectionOf = Enumerable.Range(0, sentences.Count).Select(index => Section.IndexOf(sections, index)).ToArray();
        var chosen = style switch
        {
            SummaryStyle.Brief => Choose(0, sentences.Count, Math.Min(BriefWords, spoken / Shrink), words, sectionOf, scores),
            SummaryStyle.Standard => Choose(0, sentences.Count, Math.Min(StandardWords, spoken / Shrink), words, sectionOf, scores),
            SummaryStyle.Detailed => sections.SelectMany(section =>
                Choose(section.FirstSentence, section.LastSentence + 1, ParagraphBudget(section, words), words, sectionOf, scores)),
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style of summary."),
        };
        return [.. chosen.Order().Select(index => CitedSentence.Of(sentences, index, sectionOf[index], language))];
    }

    private static int ParagraphBudget(Section section, int[] words)
    {
        var spoken = words[section.FirstSentence..(section.LastSentence + 1)].Sum();
        return Math.Min(Math.Clamp(spoken / 8, MinParagraphWords, MaxParagraphWords), spoken);
    }

    private static List<int> Choose(int first, int end, int budget, int[] words, int[] sectionOf, SentenceScores scores)
    {
        var left = Enumerable.Range(first, end - first).Where(index => scores[index] > 0).ToList();
        var overlap = new double[end - first];
        var touched = new HashSet<int>();
        var chosen = new List<int>();
        var used = 0;
        while (left.Count > 0)
        {
            left.RemoveAll(index => used + words[index] > budget * Overrun && chosen.Count > 0);
            if (left.Count == 0 || used >= budget)
                break;
            var best = left.MaxBy(Gain);
            left.Remove(best);
            chosen.Add(best);
            touched.Add(sectionOf[best]);
            used += words[best];
            foreach (var index in left)
                overlap[index - first] = Math.Max(overlap[index - first], scores.Vectors.Cosine(index, best));
        }

        return chosen;

        double Gain(int index)
        {
            var relevance = scores[index] * (1 - (Redundancy * overlap[index - first]));
            var coverage = touched.Contains(sectionOf[index]) ? 1 : 1 + NewSection;
            var excess = used == 0 && words[index] > budget ? 0.1 : 1;
            return excess * relevance * coverage / Math.Pow(words[index], LengthPower);
        }
    }
}
