using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Speech;

/// <summary>Computes for each frame of a stream the probability that somebody speaks.</summary>
/// <remarks>
/// The network is recurrent: its state and the last 64 samples are carried from frame to frame, so a stream gives the same probabilities
/// however it is cut into chunks. Source: snakers4/silero-vad, <c>utils_vad.py: OnnxWrapper</c>. Not thread-safe; owns its buffers, not the model.
/// </remarks>
public sealed class SileroDetector : IDisposable
{
    /// <summary>Samples in a frame: 32 ms.</summary>
    public const int FrameSamples = 512;

    private const int ContextSamples = 64;
    private const int StateSize = 2 * 128;

    private readonly SileroModel _model;
    private readonly RunOptions _options = new();
    private readonly float[] _input = new float[ContextSamples + FrameSamples];
    private readonly float[] _state = new float[StateSize];
    private readonly OrtValue _inputValue;
    private readonly OrtValue _stateValue;
    private readonly OrtValue _rateValue;

    /// <summary>Starts a stream.</summary>
    /// <param name="model">The network; must outlive the detector.</param>
    public SileroDetector(SileroModel model)
    {
        _model = model;
        _inputValue = OrtValue.CreateTensorValueFromMemory(_input, [1, _input.Length]);
        _stateValue = OrtValue.CreateTensorValueFromMemory(_state, [2, 1, StateSize / 2]);
        _rateValue = OrtValue.CreateTensorValueFromMemory(new long[] { SampleClock.Rate }, [1]);
    }

    /// <summary>Takes the next frame.</summary>
    /// <param name="frame">Exactly <see cref="FrameSamples"/> samples, mono PCM at 16 000 Hz in [-1, 1].</param>
    /// <returns>The probability of speech, 0 to 1.</returns>
    /// <exception cref="ArgumentException">The frame has another length.</exception>
    public float Detect(ReadOnlySpan<float> frame)
    {
        if (frame.Length != FrameSamples)
            throw new ArgumentException($"A frame has {FrameSamples} samples, not {frame.Length}.", nameof(frame));
        _input.AsSpan(FrameSamples).CopyTo(_input);
        frame.CopyTo(_input.AsSpan(ContextSamples));
        using var outputs = _model.Session.Run(_options, ["input", "state", "sr"], [_inputValue, _stateValue, _rateValue], ["output", "stateN"]);
        outputs[1].GetTensorDataAsSpan<float>().CopyTo(_state);
        return outputs[0].GetTensorDataAsSpan<float>()[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inputValue.Dispose();
        _stateValue.Dispose();
        _rateValue.Dispose();
        _options.Dispose();
    }
}
