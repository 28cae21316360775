using System.Runtime.CompilerServices;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Speech;

/// <summary>Turns a stream of audio into the windows in which somebody speaks.</summary>
/// <param name="model">The speech detector's network; not owned.</param>
/// <param name="options">How to cut.</param>
public sealed class SpeechWindows(SileroModel model, WindowOptions options)
{
    /// <summary>Reads the windows of one recording.</summary>
    /// <param name="audio">The recording's chunks, in order and without gaps, from sample 0.</param>
    /// <param name="heard">Told after each chunk how far the recording has been heard.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <param name="planned">Shown the planner after each chunk, whose open window it may look at before it returns; null for nobody.</param>
    /// <returns>Windows in order, each as soon as it is complete; the same ones however the recording is cut into chunks.</returns>
    public async IAsyncEnumerable<AudioWindow> ReadAsync(
        IAsyncEnumerable<PcmChunk> audio,
        Action<TimeSpan> heard,
        [EnumeratorCancellation] CancellationToken cancellation,
        Action<WindowPlanner>? planned = null)
    {
        using var detector = new SileroDetector(model);
        var planner = new WindowPlanner(options);
        var frame = new float[SileroDetector.FrameSamples];
        var (filled, total) = (0, 0L);
        await foreach (var chunk in audio.WithCancellation(cancellation))
        {
            for (var read = 0; read < chunk.Samples.Length;)
            {
                var count = Math.Min(frame.Length - filled, chunk.Samples.Length - read);
                chunk.Samples.Span.Slice(read, count).CopyTo(frame.AsSpan(filled));
                (filled, read) = (filled + count, read + count);
                if (filled < frame.Length)
                    break;
                filled = 0;
                if (planner.Add(frame, detector.Detect(frame)) is { } window)
                    yield return window;
            }

            total += chunk.Samples.Length;
            heard(SampleClock.ToTime(total));
            planned?.Invoke(planner);
        }

        if (filled > 0)
        {
            frame.AsSpan(filled).Clear();
            if (planner.Add(frame, detector.Detect(frame)) is { } window)
                yield return window;
        }

        if (planner.Finish(total) is { } last)
            yield return last;
    }
}
