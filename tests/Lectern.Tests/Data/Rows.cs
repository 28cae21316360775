using Lectern.Data;

namespace Lectern.Tests.Data;

/// <summary>Rows that tests put into a database.</summary>
internal static class Rows
{
    internal static readonly DateTimeOffset Morning = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    internal static LectureRow Lecture(Guid ownerId, string title, Action<LectureRow>? change = null, DateTimeOffset? at = null)
    {
        var lecture = new LectureRow
        {
            Id = Guid.NewGuid(),
            OwnerId = ownerId,
            Title = title,
            FileName = title + ".mp3",
            CreatedAt = at ?? Morning,
            Stage = LectureStage.Done,
            IsReceived = true,
            Model = "moonshine-tiny",
            Language = "en",
        };
        change?.Invoke(lecture);
        return lecture;
    }

    internal static SegmentRow Segment(Guid lectureId, int index, string text) => new()
    {
        LectureId = lectureId,
        Index = index,
        Batch = index / 4,
        StartSample = index * 80_000L,
        EndSample = (index + 1) * 80_000L,
        Text = text,
        OriginalText = text,
        MeanLogProbability = -0.2,
        IsFlagged = false,
    };

    internal static SearchLineRow Line(Guid lectureId, int item, string text, SearchLineKind kind = SearchLineKind.Segment) => new()
    {
        LectureId = lectureId,
        Kind = kind,
        Item = item,
        StartSample = item * 80_000L,
        Text = text,
    };
}
