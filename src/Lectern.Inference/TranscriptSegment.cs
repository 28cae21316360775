namespace Lectern.Inference;

/// <summary>A sentence, or the part of one that was heard without a pause, with the range of audio that it came from.</summary>
/// <remarks>Segments of one transcript are in order and do not overlap; their ranges are whole samples on <see cref="SampleClock"/>.</remarks>
public sealed record TranscriptSegment
{
    /// <summary>Offset of the first sample of the segment.</summary>
    public required long StartSample { get; init; }

    /// <summary>Offset of the sample after the last one of the segment; greater than <see cref="StartSample"/>.</summary>
    public required long EndSample { get; init; }

    /// <summary>What was said, as the model wrote it: one line, trimmed, never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Mean natural logarithm of the probability of the window's tokens; 0 is certain, below about -1 is doubtful.</summary>
    public required double MeanLogProbability { get; init; }

    /// <summary>Whether the decoder ran into a loop here and the text was cut: worth listening to again.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>When the segment begins.</summary>
    public TimeSpan Start => SampleClock.ToTime(StartSample);

    /// <summary>When the segment ends.</summary>
    public TimeSpan End => SampleClock.ToTime(EndSample);
}
