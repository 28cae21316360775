namespace Lectern.Data;

/// <summary>A line of text that search finds; an FTS5 table follows it by triggers.</summary>
public sealed class SearchLineRow
{
    /// <summary>The row's number, which is the full-text index's too.</summary>
    public long Id { get; init; }

    /// <summary>The lecture.</summary>
    public required Guid LectureId { get; init; }

    /// <summary>What the line is a part of.</summary>
    public required SearchLineKind Kind { get; init; }

    /// <summary>Which one of its kind: a segment's index, the key of an item of the notes, a mark's number; -1, -2, … for the sections, which have none.</summary>
    public required int Item { get; init; }

    /// <summary>The sample at which it is heard.</summary>
    public required long StartSample { get; set; }

    /// <summary>The text.</summary>
    public required string Text { get; set; }
}
