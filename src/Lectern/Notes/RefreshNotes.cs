using Lectern.Inference;
using Lectern.Notes.Cards;
using Lectern.Notes.Marks;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes;

/// <summary>Makes anew those pieces of the notes whose words in the transcript have changed, and leaves all others, and the user's own, as they are.</summary>
internal static class RefreshNotes
{
    /// <summary>Refreshes notes.</summary>
    /// <param name="notes">The notes as they stand.</param>
    /// <param name="transcript">The transcript as it stands; its segments have the times that they had.</param>
    /// <param name="language">What is spoken, as a BCP 47 tag.</param>
    /// <param name="marks">What the user marked; it weighs in what is made anew.</param>
    internal static StoredNotes Run(StoredNotes notes, IReadOnlyList<TranscriptSegment> transcript, string language, IReadOnlyList<Mark> marks)
    {
        var fresh = WriteNotes.Run(transcript, language, notes.NextKey, marks);
        var merge = new Merge(transcript, fresh.Sentences);
        return notes with
        {
            Sentences = fresh.Sentences,
            Sections = merge.Sections(notes.Sections, fresh),
            Summaries = notes.Summaries.ToDictionary(
                style => style.Key,
                IReadOnlyList<NoteItem<CitedSentence>> (style) => merge.Items(style.Value, fresh.Summaries[style.Key], Place.Of, merge.Cite)),
            KeyTerms = merge.Items(notes.KeyTerms, fresh.KeyTerms, Place.Of, term => term with { Source = merge.Cite(term.Source) }),
            Cards = merge.Items(notes.Cards, fresh.Cards, Place.Of, merge.Cite),
            NextKey = fresh.NextKey,
        };
    }

    /// <summary>Tells whether the words that a piece was made from have changed.</summary>
    internal static bool IsStale<T>(NoteItem<T> item, Place place, IReadOnlyList<TranscriptSegment> transcript)
        where T : class => !string.Equals(item.Source, SourceFingerprint.Of(transcript, place.FirstSegment, place.LastSegment), StringComparison.Ordinal);

    /// <summary>Puts old and new pieces together; the sentences' numbers are those of the new transcript.</summary>
    private sealed class Merge(IReadOnlyList<TranscriptSegment> transcript, IReadOnlyList<Sentence> sentences)
    {
        internal List<NoteItem<T>> Items<T>(IReadOnlyList<NoteItem<T>> old, IReadOnlyList<NoteItem<T>> fresh, Func<T, Place> place, Func<T, T> renumber)
            where T : class
        {
            var stale = old.Where(item => IsStale(item, place(item.Value), transcript)).ToList();
            // What the user wrote or took out stays; having been looked at again, it is not stale any more.
            var kept = old.Where(item => !stale.Contains(item) || item.Original is not null || item.IsRemoved)
                .Select(item => item with { Value = renumber(item.Value), Source = Fingerprint(place(item.Value)) })
                .ToList();
            var added = fresh.Where(item => stale.Any(gone => place(gone.Value).Touches(place(item.Value))) && !kept.Exists(other => place(other.Value).Touches(place(item.Value))));
            return stale.Count == 0 ? kept : [.. kept.Concat(added).OrderBy(item => place(item.Value).FirstSegment).ThenBy(item => item.Key)];
        }

        internal List<Outline.Section> Sections(IReadOnlyList<Outline.Section> old, StoredNotes fresh)
        {
            var first = 0;
            var sections = new List<Outline.Section>(old.Count);
            foreach (var section in old)
            {
                var last = section == old[^1] ? sentences.Count - 1 : Math.Max(first, LastBefore(section.EndSample));
                sections.Add(section with
                {
                    FirstSentence = first,
                    LastSentence = last,
                    KeyPoints = [.. section.KeyPoints.Select(point => Current(point, fresh))],
                });
                first = Math.Min(last + 1, sentences.Count - 1);
            }

            return sections;
        }

        internal CitedSentence Cite(CitedSentence cited) => cited with { Sentence = SentenceAt(cited.StartSample) };

        internal CardDraft Cite(CardDraft card) => card with { Sentence = SentenceAt(card.StartSample) };

        /// <summary>A key point whose sentence still reads the same stays; another is cited as it reads now.</summary>
        private CitedSentence Current(CitedSentence point, StoredNotes fresh)
        {
            var index = SentenceAt(point.StartSample);
            var again = fresh.Sections.SelectMany(section => section.KeyPoints).FirstOrDefault(other => other.Sentence == index);
            return again is not null ? again with { Section = point.Section } : Cite(point);
        }

        private string Fingerprint(Place place) => SourceFingerprint.Of(transcript, place.FirstSegment, place.LastSegment);

        private int SentenceAt(long sample) => Math.Max(0, LastBefore(sample + 1));

        private int LastBefore(long sample)
        {
            var (low, high) = (0, sentences.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = sentences[middle].StartSample < sample ? (middle + 1, high) : (low, middle);
            }

            return low - 1;
        }
    }
}
