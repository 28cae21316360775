namespace Lectern.Inference.Transcription;

/// <summary>The unit in which a transcript grows: some windows that were decoded together, and what was said in them.</summary>
public sealed record TranscribedBatch
{
    /// <summary>Gets the batch's place in the recording, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the ranges of the windows that were decoded.</summary>
    public required IReadOnlyList<Speech.SpeechSpan> Windows { get; init; }

    /// <summary>Gets the segments, in order; empty where the windows held no words.</summary>
    public required IReadOnlyList<TranscriptSegment> Segments { get; init; }

    /// <summary>Gets the offset of the sample up to which the transcript is complete.</summary>
    public long EndSample => Windows.Count == 0 ? 0 : Windows[^1].EndSample;
}
