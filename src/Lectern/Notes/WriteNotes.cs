using Lectern.Inference;
using Lectern.Marks;
using Lectern.Notes.Marks;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Notes;

/// <summary>Makes the notes of a transcript in the form in which they are kept.</summary>
internal static class WriteNotes
{
    /// <summary>The most cards that are made of a lecture.</summary>
    private const int MostCards = 60;

    // A good card a minute and a half is what a lecture gives.
    private const double CardsPerMinute = 0.7;
    private const int FewestAsked = 20;

    /// <summary>Makes the notes of a whole transcript.</summary>
    /// <param name="transcript">The segments in order.</param>
    /// <param name="language">What is spoken, as a BCP 47 tag.</param>
    /// <param name="firstKey">The key of the first piece.</param>
    /// <param name="marks">What the user marked; null for nothing.</param>
    /// <returns>The notes; the same for the same input.</returns>
    internal static StoredNotes Run(IReadOnlyList<TranscriptSegment> transcript, string language, int firstKey, IReadOnlyList<Mark>? marks = null)
    {
        var key = firstKey;
        var styles = ExtractiveWriter.WriteInStyles(transcript, OptionsFor(transcript, language, marks ?? []), Enum.GetValues<SummaryStyle>());
        var notes = styles[SummaryStyle.Standard];

        NoteItem<T> Item<T>(T value, int first, int last)
            where T : class => new(key++, value, SourceFingerprint.Of(transcript, first, last));

        return new StoredNotes
        {
            Sentences = notes.Sentences,
            Sections = notes.Sections,
            Summaries = styles.ToDictionary(
                style => style.Key,
                IReadOnlyList<NoteItem<CitedSentence>> (style) => [.. style.Value.Summary.Select(sentence => Item(sentence, sentence.FirstSegment, sentence.LastSegment))]),
            KeyTerms = [.. notes.KeyTerms.Select(term => Item(term, term.Source.FirstSegment, term.Source.LastSegment))],
            Cards = [.. notes.Cards.Cards.Select(card => Item(card, card.FirstSegment, card.LastSegment))],
            Dropped = notes.Cards.Dropped,
            Marks = ToMarks.Fingerprint(marks ?? []),
            NextKey = key,
        };
    }

    private static NoteOptions OptionsFor(IReadOnlyList<TranscriptSegment> transcript, string language, IReadOnlyList<Mark> marks)
    {
        var minutes = transcript.Count == 0 ? 0 : transcript[^1].End.TotalMinutes;
        return new NoteOptions { Language = language, Marks = marks, Cards = Math.Clamp((int)(minutes * CardsPerMinute), FewestAsked, MostCards) };
    }
}
