namespace Lectern.Data;

/// <summary>The notes and cards of a lecture.</summary>
public sealed class NotesRow
{
    /// <summary>The lecture.</summary>
    public required Guid LectureId { get; init; }

    /// <summary>The notes as JSON: a <see cref="Notes.StoredNotes"/>.</summary>
    public required string Json { get; set; }

    /// <summary>The lecture's <see cref="LectureRow.Version"/> when they were last changed.</summary>
    public required long Version { get; set; }
}
