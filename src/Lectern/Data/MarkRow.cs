using Lectern.Notes.Marks;

namespace Lectern.Data;

/// <summary>A mark of a lecture: a moment that the user set something down at, or a gap of the recording.</summary>
public sealed class MarkRow
{
    /// <summary>The lecture.</summary>
    public required Guid LectureId { get; init; }

    /// <summary>The mark's id, made by the client, so that sending it twice is harmless; alone in its lecture.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its number in the lecture, from 1, by which search knows it.</summary>
    public required int Number { get; init; }

    /// <summary>What it says of its moment.</summary>
    public required MarkKind Kind { get; set; }

    /// <summary>Offset of the sample that it begins at.</summary>
    public required long StartSample { get; set; }

    /// <summary>Offset of the sample that it ends at; the start for a moment.</summary>
    public required long EndSample { get; set; }

    /// <summary>How much real time is missing in a gap, in milliseconds; 0 for all else.</summary>
    public long MissingMilliseconds { get; set; }

    /// <summary>The words of a note, or why there is a gap; empty where there are none.</summary>
    public string Text { get; set; } = "";

    /// <summary>The first sixteen hexadecimal digits of the SHA-256 of the photo, which its file is named after; null where there is none.</summary>
    public string? Photo { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was taken away; null where it was not. It is kept for a while, so that this can be undone.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
