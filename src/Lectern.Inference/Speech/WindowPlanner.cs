namespace Lectern.Inference.Speech;

/// <summary>Cuts a stream into windows that hold speech: at pauses, or where there is none in time at the quietest point.</summary>
/// <remarks>
/// Depends on frames and probabilities only, never on when they arrive, so a recording always gives the same windows. Holds no more
/// than one window of audio. Not thread-safe.
/// </remarks>
/// <param name="options">How to cut.</param>
public sealed class WindowPlanner(WindowOptions options)
{
    private readonly int _padding = Frames(options.Padding);
    private readonly int _pause = Frames(options.Pause);
    private readonly int _longPause = Frames(options.LongPause);
    private readonly int _minLength = Frames(options.MinLength);
    private readonly int _maxLength = Frames(options.MaxLength);
    private readonly List<float> _samples = [];
    private readonly List<float> _probabilities = [];
    private long _start;
    private int _index;
    private int _trailingSilence;
    private bool _hasSpeech;
    private bool _goesOn;

    /// <summary>Gets the offset in the stream of the sample after the last that was taken.</summary>
    public long EndSample => _start + _samples.Count;

    /// <summary>Takes the next frame of the stream.</summary>
    /// <param name="frame">Exactly <see cref="SileroDetector.FrameSamples"/> samples.</param>
    /// <param name="probability">The frame's probability of speech.</param>
    /// <returns>A window that ended with this frame, or null.</returns>
    public AudioWindow? Add(ReadOnlySpan<float> frame, float probability)
    {
        _samples.AddRange(frame);
        _probabilities.Add(probability);
        _hasSpeech |= probability >= options.SpeechThreshold;
        _trailingSilence = probability < options.SilenceThreshold ? _trailingSilence + 1 : 0;
        if (!_hasSpeech)
        {
            Drop(_probabilities.Count - _padding);
            return null;
        }

        var spoken = _probabilities.Count - _trailingSilence;
        if (_trailingSilence >= _longPause || (_trailingSilence >= _pause && spoken >= _minLength))
            return Cut(Math.Min(_probabilities.Count, spoken + _padding));
        return _probabilities.Count >= _maxLength ? Cut(BestCut()) : null;
    }

    /// <summary>Shows the window that has begun and not ended, for those who cannot wait for its end.</summary>
    /// <returns>A copy of what there is of it; null where nobody has spoken yet. It may still end earlier, and its last stretch of speech go on.</returns>
    public AudioWindow? Peek() => _hasSpeech && Speech(_probabilities.Count) is { Count: > 0 } speech
        ? new AudioWindow { Index = _index, StartSample = _start, Samples = [.. _samples], Speech = speech }
        : null;

    /// <summary>Ends the stream.</summary>
    /// <param name="endSample">The length of the recording in samples; what a last frame was filled up with beyond it is cut off.</param>
    /// <returns>The last window, or null.</returns>
    public AudioWindow? Finish(long endSample)
    {
        if (!_hasSpeech)
            return null;
        var surplus = (int)Math.Clamp(EndSample - endSample, 0, _samples.Count);
        _samples.RemoveRange(_samples.Count - surplus, surplus);
        return Cut(Math.Min(_probabilities.Count, _probabilities.Count - _trailingSilence + _padding));
    }

    /// <summary>Ends the window before the given frame; the frames from there on begin the next.</summary>
    private AudioWindow? Cut(int end)
    {
        var samples = Math.Min(end * SileroDetector.FrameSamples, _samples.Count);
        var speech = Speech(end);
        var goesOn = end < _probabilities.Count && _probabilities[end - 1] >= options.SilenceThreshold && _probabilities[end] >= options.SpeechThreshold;
        AudioWindow? window = null;

        // Speech that a cut divides is no click, however short a part of it is.
        if (speech.Count > 0 && (_goesOn || goesOn || speech.Sum(span => span.Length) >= SampleClock.ToSample(options.MinSpeech)))
            window = new AudioWindow { Index = _index++, StartSample = _start, Samples = [.. _samples.Take(samples)], Speech = speech };
        _goesOn = goesOn;
        Drop(end);
        _hasSpeech = _probabilities.Exists(probability => probability >= options.SpeechThreshold);
        if (!_hasSpeech)
            Drop(_probabilities.Count - _padding);
        return window;
    }

    private void Drop(int frames)
    {
        if (frames <= 0)
            return;
        _probabilities.RemoveRange(0, frames);
        var samples = Math.Min(frames * SileroDetector.FrameSamples, _samples.Count);
        _samples.RemoveRange(0, samples);
        _start += samples;
    }

    /// <summary>Finds the stretches of speech in the first frames, with hysteresis between the two thresholds.</summary>
    private List<SpeechSpan> Speech(int frames)
    {
        var spans = new List<SpeechSpan>();
        var begin = -1;
        for (var i = 0; i <= frames; i++)
        {
            var probability = i < frames ? _probabilities[i] : 0;
            if (begin < 0 && probability >= options.SpeechThreshold)
            {
                begin = i;
            }
            else if (begin >= 0 && probability < options.SilenceThreshold)
            {
                spans.Add(new SpeechSpan(Offset(begin), Offset(i)));
                begin = -1;
            }
        }

        spans.RemoveAll(span => span.Length <= 0);
        return spans;
    }

    private long Offset(int frame) => _start + Math.Min(frame * SileroDetector.FrameSamples, _samples.Count);

    /// <summary>Chooses where to cut a window that has grown too long: in the longest pause of its second half, or at its quietest frame.</summary>
    private int BestCut()
    {
        var (best, bestRun, run) = (-1, 0, 0);
        for (var i = _probabilities.Count / 2; i < _probabilities.Count; i++)
        {
            run = _probabilities[i] < options.SilenceThreshold ? run + 1 : 0;
            if (run < bestRun || run == 0)
                continue;
            bestRun = run;
            best = i - run / 2;
        }

        return best > 0 ? best : QuietestFrame();
    }

    private int QuietestFrame()
    {
        const int Neighbours = 1;
        var (best, least) = (_probabilities.Count - 1, double.MaxValue);
        for (var i = _probabilities.Count / 2; i < _probabilities.Count - Neighbours; i++)
        {
            var energy = 0.0;
            foreach (var sample in _samples[((i - Neighbours) * SileroDetector.FrameSamples)..((i + 1 + Neighbours) * SileroDetector.FrameSamples)])
                energy += sample * sample;
            if (energy < least)
                (best, least) = (i, energy);
        }

        return best;
    }

    private static int Frames(TimeSpan time) => (int)Math.Ceiling((double)SampleClock.ToSample(time) / SileroDetector.FrameSamples);
}
