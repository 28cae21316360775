namespace Lectern.Inference.Speech;

/// <summary>A stretch of audio that holds speech and is decoded as one.</summary>
/// <remarks>Windows of a recording are in order and do not overlap.</remarks>
public sealed record AudioWindow
{
    /// <summary>Gets the window's place among the windows of the recording, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the offset of the first sample on the recording's clock.</summary>
    public required long StartSample { get; init; }

    /// <summary>Gets the samples: mono PCM at 16 000 Hz in [-1, 1].</summary>
    public required float[] Samples { get; init; }

    /// <summary>Gets the stretches of speech inside the window, in order, on the recording's clock; at least one.</summary>
    public required IReadOnlyList<SpeechSpan> Speech { get; init; }

    /// <summary>Gets the offset of the sample after the last one.</summary>
    public long EndSample => StartSample + Samples.Length;

    /// <summary>Gets how long somebody speaks in the window.</summary>
    public TimeSpan SpeechDuration => SampleClock.ToTime(Speech.Sum(span => span.Length));
}
