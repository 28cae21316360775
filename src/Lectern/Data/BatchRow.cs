namespace Lectern.Data;

/// <summary>A finished batch of a transcription, so that an interrupted one goes on after it. Its segments are <see cref="SegmentRow"/>s.</summary>
public sealed class BatchRow
{
    /// <summary>The lecture.</summary>
    public required Guid LectureId { get; init; }

    /// <summary>The batch's place in the recording, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The ranges of the windows that were decoded, as JSON.</summary>
    public required string Windows { get; init; }
}
