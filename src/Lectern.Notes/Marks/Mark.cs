using Lectern.Inference;

namespace Lectern.Notes.Marks;

/// <summary>What a listener set down at a moment of a lecture, or what the recorder did: an emphasis, a note, a photo, a gap.</summary>
public sealed record Mark
{
    /// <summary>What it says of its moment.</summary>
    public required MarkKind Kind { get; init; }

    /// <summary>Offset of the sample that it begins at.</summary>
    public required long StartSample { get; init; }

    /// <summary>Offset of the sample that it ends at; the start for a moment.</summary>
    public required long EndSample { get; init; }

    /// <summary>How much real time is missing in a gap; zero for all else.</summary>
    public TimeSpan Missing { get; init; }

    /// <summary>The words of a note, or why there is a gap; empty where there are none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Name of the photo's file as an archive of the lecture holds it; null where there is no photo.</summary>
    public string? PhotoFile { get; init; }

    /// <summary>When it begins, in the recording.</summary>
    public TimeSpan Start => SampleClock.ToTime(StartSample);

    /// <summary>When it ends, in the recording.</summary>
    public TimeSpan End => SampleClock.ToTime(EndSample);
}
