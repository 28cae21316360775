using System.Text.Json;
using Lectern.Data;
using Lectern.Inference;
using Lectern.Inference.Speech;
using Lectern.Inference.Transcription;
using Lectern.Library;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

/// <summary>A lecture's transcript in the database: finished batches, and the segments that they brought.</summary>
internal static class SavedTranscript
{
    /// <summary>Reads the transcript as it stands, with the user's corrections.</summary>
    internal static async Task<IReadOnlyList<TranscriptSegment>> SegmentsAsync(LecternDb db, Guid lectureId) =>
        [.. (await RowsAsync(db, lectureId)).Select(row => ToSegment(row, row.Text))];

    /// <summary>Reads the finished batches as they were decoded, in order.</summary>
    internal static async Task<IReadOnlyList<TranscribedBatch>> BatchesAsync(LecternDb db, Guid lectureId)
    {
        var segments = (await RowsAsync(db, lectureId)).ToLookup(row => row.Batch, row => ToSegment(row, row.OriginalText));
        var batches = await db.Batches.AsNoTracking().Where(batch => batch.LectureId == lectureId).OrderBy(batch => batch.Index).ToListAsync();
        return
        [
            .. batches.Select(batch => new TranscribedBatch
            {
                Index = batch.Index,
                Windows = JsonSerializer.Deserialize<IReadOnlyList<SpeechSpan>>(batch.Windows) ?? [],
                Segments = [.. segments[batch.Index]],
            }),
        ];
    }

    /// <summary>Saves a batch with its segments and what search finds of them, in the transaction of the caller, in place of that batch and those after it.</summary>
    /// <returns>How many segments the transcript has now.</returns>
    internal static async Task<int> SaveAsync(LecternDb db, Guid lectureId, TranscribedBatch batch)
    {
        var first = await RemoveFromAsync(db, lectureId, batch.Index);
        var segments = Add(db, lectureId, batch, first);
        db.SearchLines.AddRange(SearchLines.OfSegments(lectureId, segments));
        return first + segments.Count;
    }

    private static async Task<int> RemoveFromAsync(LecternDb db, Guid lectureId, int batch)
    {
        var first = await db.Segments.Where(row => row.LectureId == lectureId && row.Batch < batch).MaxAsync(row => (int?)row.Index) is { } last ? last + 1 : 0;
        if (!await db.Batches.AnyAsync(row => row.LectureId == lectureId && row.Index >= batch))
            return first;
        await db.Batches.Where(row => row.LectureId == lectureId && row.Index >= batch).ExecuteDeleteAsync();
        await db.Segments.Where(row => row.LectureId == lectureId && row.Batch >= batch).ExecuteDeleteAsync();
        await db.SearchLines.Where(line => line.LectureId == lectureId && line.Kind == SearchLineKind.Segment && line.Item >= first).ExecuteDeleteAsync();
        return first;
    }

    private static List<SegmentRow> Add(LecternDb db, Guid lectureId, TranscribedBatch batch, int firstSegment)
    {
        db.Batches.Add(new BatchRow { LectureId = lectureId, Index = batch.Index, Windows = JsonSerializer.Serialize(batch.Windows) });
        List<SegmentRow> rows =
        [
            .. batch.Segments.Select((segment, i) => new SegmentRow
            {
                LectureId = lectureId,
                Index = firstSegment + i,
                Batch = batch.Index,
                StartSample = segment.StartSample,
                EndSample = segment.EndSample,
                Text = segment.Text,
                OriginalText = segment.Text,
                MeanLogProbability = segment.MeanLogProbability,
                IsFlagged = segment.IsFlagged,
            }),
        ];
        db.Segments.AddRange(rows);
        return rows;
    }

    private static Task<List<SegmentRow>> RowsAsync(LecternDb db, Guid lectureId) =>
        db.Segments.AsNoTracking().Where(row => row.LectureId == lectureId).OrderBy(row => row.Index).ToListAsync();

    private static TranscriptSegment ToSegment(SegmentRow row, string text) => new()
    {
        StartSample = row.StartSample,
        EndSample = row.EndSample,
        Text = text,
        MeanLogProbability = row.MeanLogProbability,
        IsFlagged = row.IsFlagged,
    };
}
