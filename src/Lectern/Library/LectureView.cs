using Lectern.Data;
using Lectern.Notes;

namespace Lectern.Library;

/// <summary>All that a page or an export shows of a lecture, as it stood at one moment.</summary>
public sealed record LectureView
{
    /// <summary>The lecture.</summary>
    public required LectureRow Row { get; init; }

    /// <summary>The transcript in order, as far as it is there.</summary>
    public required IReadOnlyList<SegmentRow> Segments { get; init; }

    /// <summary>The notes; null before they are made.</summary>
    public required StoredNotes? Notes { get; init; }

    /// <summary>The marks in the order of the lecture.</summary>
    public IReadOnlyList<MarkRow> Marks { get; init; } = [];

    /// <summary>The tags in alphabetical order.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The latest changes by hand, the latest first; at most 200.</summary>
    public required IReadOnlyList<EditRow> Edits { get; init; }
}
