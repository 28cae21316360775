using Lectern.Data;
using Lectern.Notes.Marks;

namespace Lectern.Sessions;

/// <summary>A mark that is about to be kept; what it holds was checked.</summary>
/// <param name="Id">Its id, made by the client.</param>
/// <param name="Kind">What it says of its moment.</param>
/// <param name="StartSample">Offset of the sample that it begins at.</param>
/// <param name="EndSample">Offset of the sample that it ends at; the start for a moment.</param>
/// <param name="MissingMilliseconds">How much real time is missing in a gap.</param>
/// <param name="Text">The words of a note, or why there is a gap.</param>
[GenerateSerializer, Immutable]
public sealed record NewMark(Guid Id, MarkKind Kind, long StartSample, long EndSample, long MissingMilliseconds, string Text)
{
    /// <summary>Returns what brings a mark back that was taken away.</summary>
    internal static NewMark Of(MarkRow row) => new(row.Id, row.Kind, row.StartSample, row.EndSample, row.MissingMilliseconds, row.Text);

    /// <summary>Makes the row of the mark.</summary>
    internal MarkRow ToRow(Guid lectureId, int number, DateTimeOffset now) => new()
    {
        LectureId = lectureId,
        Id = Id,
        Number = number,
        Kind = Kind,
        StartSample = StartSample,
        EndSample = EndSample,
        MissingMilliseconds = MissingMilliseconds,
        Text = Text,
        CreatedAt = now,
    };
}
