using Lectern.Data;
using Lectern.Notes;
using Lectern.Notes.Cards;
using Lectern.Notes.Marks;
using Lectern.Notes.Summary;

namespace Lectern.Library;

/// <summary>Says which lines search finds of a lecture. Kind and item together name a line of a lecture.</summary>
internal static class SearchLines
{
    // The same sentence often stands in several summaries; it is found once, in the one that the page shows first.
    private static readonly SummaryStyle[] StylesByUse = [SummaryStyle.Standard, SummaryStyle.Detailed, SummaryStyle.Brief];

    /// <summary>Returns the line of a title.</summary>
    internal static SearchLineRow OfTitle(Guid lectureId, string title) => Line(lectureId, SearchLineKind.Title, item: 0, startSample: 0, title);

    /// <summary>Returns the lines of a transcript; their items are the segments' indices.</summary>
    internal static IEnumerable<SearchLineRow> OfSegments(Guid lectureId, IEnumerable<SegmentRow> segments) =>
        segments.Select(segment => Line(lectureId, SearchLineKind.Segment, segment.Index, segment.StartSample, segment.Text));

    /// <summary>Returns the lines of notes and cards; their items are the pieces' keys, or -1, -2, … for the first, second, … section, which has none.</summary>
    internal static IEnumerable<SearchLineRow> OfNotes(Guid lectureId, StoredNotes notes)
    {
        var sections = notes.Sections.Select((section, i) => Line(lectureId, SearchLineKind.Notes, -1 - i, section.StartSample, section.Title));
        var summaries = StylesByUse
            .SelectMany(style => notes.Summaries.GetValueOrDefault(style) ?? [])
            .Where(sentence => !sentence.IsRemoved)
            .DistinctBy(sentence => sentence.Value.Text, StringComparer.Ordinal)
            .Select(sentence => Line(lectureId, SearchLineKind.Notes, sentence.Key, sentence.Value.StartSample, sentence.Value.Text));
        var terms = notes.KeyTerms
            .Where(term => !term.IsRemoved)
            .Select(term => Line(lectureId, SearchLineKind.Notes, term.Key, term.Value.Source.StartSample, TextOf(term.Value)));
        var cards = notes.Cards
            .Where(card => !card.IsRemoved)
            .Select(card => Line(lectureId, SearchLineKind.Card, card.Key, card.Value.StartSample, TextOf(card.Value)));
        return [.. sections, .. summaries, .. terms, .. cards];
    }

    /// <summary>Returns the line of a mark's words, whose item is its number; null where search shall not find it. Why there is a gap nobody looks for.</summary>
    internal static SearchLineRow? OfMark(MarkRow mark) => mark is { RemovedAt: null, Text.Length: > 0, Kind: not MarkKind.Gap }
        ? Line(mark.LectureId, SearchLineKind.Mark, mark.Number, mark.StartSample, mark.Text)
        : null;

    private static string TextOf(KeyTerm term) => term.Expansion is null ? term.Text : $"{term.Text}: {term.Expansion}";

    private static string TextOf(CardDraft card) =>
        card.Kind == CardKind.Cloze ? ClozeText.Filled(card.Question) : $"{card.Question} {card.Answer}";

    private static SearchLineRow Line(Guid lectureId, SearchLineKind kind, int item, long startSample, string text) =>
        new() { LectureId = lectureId, Kind = kind, Item = item, StartSample = startSample, Text = text };
}
