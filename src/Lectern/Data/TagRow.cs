namespace Lectern.Data;

/// <summary>A tag on a lecture.</summary>
public sealed class TagRow
{
    /// <summary>The lecture.</summary>
    public required Guid LectureId { get; init; }

    /// <summary>The tag: trimmed, 1 to 40 characters.</summary>
    public required string Name { get; init; }
}
