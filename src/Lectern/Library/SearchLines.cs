using Lectern.Data;
using Lectern.Notes;

namespace Lectern.Library;

/// <summary>Says which lines search finds of a lecture.</summary>
internal static class SearchLines
{
    internal static SearchLineRow OfTitle(Guid lectureId, string title) =>
        new() { LectureId = lectureId, Kind = SearchLineKind.Title, Item = 0, StartSample = 0, Text = title };

    internal static IEnumerable<SearchLineRow> OfSegments(Guid lectureId, IEnumerable<SegmentRow> segments) =>
        segments.Select(segment => new SearchLineRow { LectureId = lectureId, Kind = SearchLineKind.Segment, Item = segment.Index, StartSample = segment.StartSample, Text = segment.Text });

    internal static IEnumerable<SearchLineRow> OfNotes(Guid lectureId, StoredNotes notes) =>
        notes.Cards.Where(card => !card.IsRemoved).Select(card => new SearchLineRow
        {
            LectureId = lectureId,
            Kind = SearchLineKind.Card,
            Item = card.Key,
            StartSample = card.Value.StartSample,
            Text = $"{card.Value.Question} {card.Value.Answer}",
        });
}
