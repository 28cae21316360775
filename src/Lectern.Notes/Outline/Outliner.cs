using Lectern.Notes.Marks;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Outline;

/// <summary>Cuts a lecture into sections with titles and key points.</summary>
public static class Outliner
{
    /// <summary>Returns the sections of a lecture in order; together they hold every sentence once.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="scores">How good each sentence is.</param>
    /// <param name="phrases">The phrases of the lecture, for titles.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="marks">How much marks raise each sentence among the key points; null for not at all.</param>
    /// <returns>Empty where there is no sentence; otherwise as many sections as <see cref="TopicBoundaries"/> finds.</returns>
    /// <remarks>Pure and thread-safe.</remarks>
    public static IReadOnlyList<Section> Outline(
        IReadOnlyList<Sentence> sentences, TermFrequency terms, SentenceScores scores, IReadOnlyList<Phrase> phrases, string language, MarkWeights? marks = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);

        var starts = TopicBoundaries.Find(sentences, terms, language);
        var titles = SectionTitles.Of(starts, sentences, phrases, language);
        var sections = new List<Section>(starts.Count);
        for (var section = 0; section < starts.Count; section++)
        {
            var first = starts[section];
            var last = (section + 1 < starts.Count ? starts[section + 1] : sentences.Count) - 1;
            sections.Add(new Section
            {
                Title = titles[section],
                StartSample = sentences[first].StartSample,
                EndSample = sentences[last].EndSample,
                FirstSentence = first,
                LastSentence = last,
                KeyPoints = KeyPoints.Of(sentences, first, last, section, scores, language, marks ?? MarkWeights.None),
            });
        }

        return sections;
    }
}
