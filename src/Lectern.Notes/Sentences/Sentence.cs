using Lectern.Inference;

namespace Lectern.Notes.Sentences;

/// <summary>One sentence of the lecture with the range of audio and the segments that it came from.</summary>
public sealed record Sentence
{
    /// <summary>The words as the recogniser wrote them: one line, trimmed, runs of white space made one space, never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Offset of the first sample; interpolated by characters where the sentence begins inside a segment.</summary>
    public required long StartSample { get; init; }

    /// <summary>Offset of the sample after the last one; never before <see cref="StartSample"/>.</summary>
    public required long EndSample { get; init; }

    /// <summary>Index of the segment in which the sentence begins.</summary>
    public required int FirstSegment { get; init; }

    /// <summary>Index of the segment in which the sentence ends; at least <see cref="FirstSegment"/>.</summary>
    public required int LastSegment { get; init; }

    /// <summary>When the sentence begins.</summary>
    public TimeSpan Start => SampleClock.ToTime(StartSample);

    /// <summary>When the sentence ends.</summary>
    public TimeSpan End => SampleClock.ToTime(EndSample);
}
