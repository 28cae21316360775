using Lectern.Inference;
using Lectern.Notes.Cards;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Cards.Quiz;
using Lectern.Notes.Marks;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Writers;

/// <summary>Makes notes and cards of the lecturer's own words, without any model.</summary>
public static class ExtractiveWriter
{
    /// <summary>Writes the notes of a lecture.</summary>
    /// <param name="transcript">The segments of the lecture in order, without overlap; may be empty.</param>
    /// <param name="options">What is wanted.</param>
    /// <returns>Outline, summary, key terms and cards; the same for the same input.</returns>
    /// <exception cref="ArgumentException">A segment ends before it begins, or begins before the one ahead of it ends.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of cards is negative, or there is no such style.</exception>
    /// <remarks>Pure and thread-safe. An hour takes well under a second on one core.</remarks>
    public static LectureNotes Write(IReadOnlyList<TranscriptSegment> transcript, NoteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return WriteInStyles(transcript, options, [options.Style])[options.Style];
    }

    /// <summary>Writes the notes of a lecture with the summary in several styles; all else is made once, and the same in each.</summary>
    /// <param name="transcript">As <see cref="Write"/>.</param>
    /// <param name="options">What is wanted; its style plays no part.</param>
    /// <param name="styles">The styles, each once.</param>
    /// <returns>The notes with the summary of each style.</returns>
    /// <exception cref="ArgumentException">As <see cref="Write"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As <see cref="Write"/>.</exception>
    public static IReadOnlyDictionary<SummaryStyle, LectureNotes> WriteInStyles(
        IReadOnlyList<TranscriptSegment> transcript, NoteOptions options, IReadOnlyCollection<SummaryStyle> styles)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(styles);

        var language = options.Language;
        var spoken = SentenceSplitter.Split(transcript, language);
        var sentences = ReadableSentences.Of(spoken, language);
        var terms = TermFrequency.Of(sentences, language);
        var scores = SentenceScores.Of(sentences, terms, language);
        var marks = MarkWeights.Of(sentences, options.Marks);
        var phrases = PhraseFinder.Find(sentences, terms, language);
        var english = LanguageTag.IsEnglish(language) ? new TaggedLecture(sentences) : null;
        var sections = Outliner.Outline(sentences, terms, scores, english is null ? phrases : PhraseFinder.Nouns(phrases, english), language, marks);
        var definitions = english is null ? [] : DefinitionFinder.Find(english);
        var acronyms = Acronyms.Find(sentences, terms);
        var keyTerms = KeyTerms.Find(sentences, sections, phrases, definitions, acronyms, language, english);
        var ideas = DefinitionCards.Of(definitions, keyTerms, acronyms)
            .Concat(english is null ? ClozeCards.Of(sentences, keyTerms, scores, language) : StatementCards.Of(english, keyTerms, scores))
            .Select(idea => idea with { Score = idea.Score * marks.InCards(idea.Sentence) });
        var cards = CardWriter.Write(ideas, sentences, sections, options.Cards, language);
        var notes = new LectureNotes
        {
            Sentences = spoken,
            Sections = sections,
            Summary = [],
            KeyTerms = keyTerms,
            Cards = cards with { Cards = [.. (english is null || cards.Cards.Count == 0 ? cards.Cards : Distractors.Add(cards.Cards, english)).Select(FirstLetters.Add)] },
        };
        return styles.ToDictionary(style => style, style => notes with { Summary = Summarizer.Summarize(sentences, sections, scores, style, language, marks) });
    }
}
