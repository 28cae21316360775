using Lectern.Inference;
using Lectern.Notes.Cards;
using Lectern.Notes.Marks;
using Lectern.Notes.Outline;
using Lectern.Notes.Summary;

namespace Lectern.Notes;

/// <summary>Makes the notes anew, because the marks that weigh in them are others; what the user wrote or took out stays, and so does what comes out as it was.</summary>
internal static class RemakeNotes
{
    /// <summary>Makes them.</summary>
    /// <param name="notes">The notes as they stand.</param>
    /// <param name="transcript">The transcript as it stands.</param>
    /// <param name="language">What is spoken, as a BCP 47 tag.</param>
    /// <param name="marks">The marks as they stand.</param>
    /// <returns>The notes; pieces that are as they were have the keys that they had.</returns>
    internal static StoredNotes Run(StoredNotes notes, IReadOnlyList<TranscriptSegment> transcript, string language, IReadOnlyList<Mark> marks)
    {
        // What was edited in the transcript is brought up to date first: then all that is left to differ comes from the marks.
        var current = RefreshNotes.Run(notes, transcript, language, marks);
        var fresh = WriteNotes.Run(transcript, language, current.NextKey, marks);
        return fresh with
        {
            Summaries = fresh.Summaries.ToDictionary(
                style => style.Key,
                IReadOnlyList<NoteItem<CitedSentence>> (style) => Merge(current.Summaries[style.Key], style.Value, Place.Of, static sentence => sentence.Text, InSection)),
            KeyTerms = Merge(current.KeyTerms, fresh.KeyTerms, Place.Of, static term => term.Text, term => term with { Source = InSection(term.Source) }, inOrder: false),
            Cards = Merge(current.Cards, fresh.Cards, Place.Of, static card => $"{card.Kind}\n{card.Question}\n{card.Answer}", card => card with { Section = SectionOf(card.Sentence) }),
        };

        int SectionOf(int sentence) => Section.IndexOf(fresh.Sections, sentence);

        CitedSentence InSection(CitedSentence cited) => cited with { Section = SectionOf(cited.Sentence) };
    }

    private static IReadOnlyList<NoteItem<T>> Merge<T>(
        IReadOnlyList<NoteItem<T>> old, IReadOnlyList<NoteItem<T>> fresh, Func<T, Place> place, Func<T, string> words, Func<T, T> inSection, bool inOrder = true)
        where T : class
    {
        var own = old.Where(item => item.Original is not null || item.IsRemoved).Select(item => item with { Value = inSection(item.Value) }).ToList();
        var before = old.Where(item => item.Original is null && !item.IsRemoved).GroupBy(item => words(item.Value), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var made = fresh
            .Where(item => !own.Exists(other => place(other.Value).Touches(place(item.Value))))
            .Select(item => before.TryGetValue(words(item.Value), out var same) && place(same.Value) == place(item.Value) ? item with { Key = same.Key } : item);
        return own.Count == 0 || !inOrder
            ? [.. made, .. own]
            : [.. made.Concat(own).OrderBy(item => place(item.Value).FirstSegment).ThenBy(item => item.Key)];
    }
}
