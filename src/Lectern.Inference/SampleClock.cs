namespace Lectern.Inference;

/// <summary>Converts between sample offsets on the lecture's own clock and time.</summary>
/// <remarks>
/// Every stage from decoder to transcript runs on one clock: mono PCM at 16 000 Hz, offsets counted in whole samples
/// from the first sample of the recording. A sample lasts exactly 625 ticks, so both conversions are exact.
/// </remarks>
public static class SampleClock
{
    /// <summary>Samples in a second, in Hz.</summary>
    public const int Rate = 16_000;

    private const long TicksPerSample = TimeSpan.TicksPerSecond / Rate;

    /// <summary>Returns the time at which the sample at <paramref name="sample"/> begins.</summary>
    /// <param name="sample">Offset in samples from the start of the recording.</param>
    public static TimeSpan ToTime(long sample) => TimeSpan.FromTicks(sample * TicksPerSample);

    /// <summary>Returns the offset of the sample that is playing at <paramref name="time"/>.</summary>
    /// <param name="time">Time from the start of the recording.</param>
    public static long ToSample(TimeSpan time) => time.Ticks / TicksPerSample;
}
