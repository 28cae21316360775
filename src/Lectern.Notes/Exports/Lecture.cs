using Lectern.Inference;
using Lectern.Notes.Marks;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Exports;

/// <summary>A lecture with all that is exported of it.</summary>
public sealed record Lecture
{
    /// <summary>The title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the file that the audio came in, without folder.</summary>
    public required string FileName { get; init; }

    /// <summary>How long the audio is.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The id of the model that wrote the transcript.</summary>
    public required string Model { get; init; }

    /// <summary>The language spoken, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>When the lecture was worked on.</summary>
    public required DateTimeOffset ProcessedAt { get; init; }

    /// <summary>The transcript in order, without overlap.</summary>
    public required IReadOnlyList<TranscriptSegment> Segments { get; init; }

    /// <summary>What the listener marked and what is missing, in the order of the lecture; empty where nothing is.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>The notes; <see cref="LectureNotes.Empty"/> where only the transcript is wanted.</summary>
    public required LectureNotes Notes { get; init; }
}
