namespace Lectern.Inference.Speech;

/// <summary>How a stream is cut into windows. The defaults were chosen by word error rate on the shared recordings; see <c>bench/RESULTS.md</c>.</summary>
public sealed record WindowOptions
{
    /// <summary>Gets the longest window; at most 30 s, which is what speech models are trained on. Default 20 s.</summary>
    public TimeSpan MaxLength { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets the length from which a pause of <see cref="Pause"/> ends a window. Default 18 s.</summary>
    public TimeSpan MinLength { get; init; } = TimeSpan.FromSeconds(18);

    /// <summary>Gets the pause that ends a window of at least <see cref="MinLength"/>. Default 0.5 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Gets the pause that ends a window of any length. Default 2 s.</summary>
    public TimeSpan LongPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets how much audio is kept before the first and after the last speech of a window. Default 0.8 s.</summary>
    public TimeSpan Padding { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>Gets the least speech that makes a window; less is taken for a click. Default 0.2 s.</summary>
    public TimeSpan MinSpeech { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Gets the probability from which a frame is speech. Default 0.5, Silero's own.</summary>
    public float SpeechThreshold { get; init; } = 0.5f;

    /// <summary>Gets the probability below which a frame is silence; between the two a frame is what the one before it was. Default 0.35, Silero's own.</summary>
    public float SilenceThreshold { get; init; } = 0.35f;
}
