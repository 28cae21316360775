namespace Lectern.Data;

/// <summary>A segment of a lecture's transcript.</summary>
public sealed class SegmentRow
{
    /// <summary>The lecture.</summary>
    public required Guid LectureId { get; init; }

    /// <summary>The segment's place in the transcript, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The batch that it was decoded in.</summary>
    public required int Batch { get; init; }

    /// <summary>Offset of its first sample.</summary>
    public required long StartSample { get; init; }

    /// <summary>Offset of the sample after its last one.</summary>
    public required long EndSample { get; init; }

    /// <summary>What was said, with the user's corrections.</summary>
    public required string Text { get; set; }

    /// <summary>What the model wrote; kept whatever the user does.</summary>
    public required string OriginalText { get; init; }

    /// <summary>Mean natural logarithm of the probability of the window's tokens.</summary>
    public required double MeanLogProbability { get; init; }

    /// <summary>Whether the decoder ran into a loop here.</summary>
    public required bool IsFlagged { get; init; }
}
