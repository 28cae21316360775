using Lectern.Data;
using Lectern.Inference;
using Lectern.Marks;
using Lectern.Notes;
using Lectern.Notes.Cards;
using Lectern.Notes.Exports;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Library;

/// <summary>Turns a stored lecture into what exporters write.</summary>
public static class ToLecture
{
    /// <summary>Returns the lecture with the user's changes; what was taken out is left out.</summary>
    /// <param name="view">The lecture; its transcript need not be complete.</param>
    /// <param name="style">Which summary.</param>
    /// <param name="photoFile">Says under which name an archive holds the photo of a mark; null where photos do not come along.</param>
    public static Lecture Run(LectureView view, SummaryStyle style, Func<MarkRow, string>? photoFile = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        IReadOnlyList<TranscriptSegment> segments = [.. view.Segments.Select(ToSegment)];
        return new Lecture
        {
            Title = view.Row.Title,
            FileName = view.Row.FileName,
            Duration = SampleClock.ToTime(view.Row.DurationSamples ?? view.Row.DoneSamples),
            Model = view.Row.Model,
            Language = view.Row.Language,
            ProcessedAt = view.Row.CreatedAt,
            Segments = segments,
            Marks = ToMarks.Run(view.Marks, photoFile),
            Notes = view.Notes is { } notes ? ToNotes(notes, style) : LectureNotes.Empty,
        };
    }

    private static TranscriptSegment ToSegment(SegmentRow row) => new()
    {
        StartSample = row.StartSample,
        EndSample = row.EndSample,
        Text = row.Text,
        MeanLogProbability = row.MeanLogProbability,
        IsFlagged = row.IsFlagged,
    };

    private static LectureNotes ToNotes(StoredNotes notes, SummaryStyle style) => new()
    {
        Sentences = notes.Sentences,
        Sections = notes.Sections,
        Summary = Present(notes.Summaries.GetValueOrDefault(style) ?? []),
        KeyTerms = Present(notes.KeyTerms),
        Cards = new CardSet { Cards = Present(notes.Cards), Dropped = notes.Dropped },
    };

    private static IReadOnlyList<T> Present<T>(IReadOnlyList<NoteItem<T>> items)
        where T : class => [.. items.Where(item => !item.IsRemoved).Select(item => item.Value)];
}
