namespace Lectern.Inference.Speech;

/// <summary>A stretch of speech on the recording's clock.</summary>
/// <param name="StartSample">Offset of its first sample.</param>
/// <param name="EndSample">Offset of the sample after its last.</param>
public readonly record struct SpeechSpan(long StartSample, long EndSample)
{
    /// <summary>Gets the number of samples.</summary>
    public long Length => EndSample - StartSample;
}
