using Lectern.Inference.Speech;

namespace Lectern.Inference.Transcription;

/// <summary>Groups the windows of a recording into batches.</summary>
/// <remarks>
/// The groups depend on the windows alone, not on when they arrive, so a run that was interrupted makes the same batches again. The first
/// ones are small, so that the first words appear soon. Not thread-safe.
/// </remarks>
/// <param name="isLive">Whether each window is a batch of its own, since more of the recording comes only when it is spoken.</param>
internal sealed class BatchPlanner(bool isLive = false)
{
    private const int FullRows = 12;

    // The cache of a batch takes about a megabyte a second of audio with the default model.
    private static readonly long FirstSamples = SampleClock.ToSample(TimeSpan.FromSeconds(20));
    private static readonly long FullSamples = SampleClock.ToSample(TimeSpan.FromSeconds(24));

    private List<AudioWindow> _windows = [];
    private long _size = FirstSamples;
    private long _samples;

    /// <summary>Adds a window; returns a batch when one is complete.</summary>
    internal IReadOnlyList<AudioWindow>? Add(AudioWindow window)
    {
        _windows.Add(window);
        _samples += window.Samples.Length;
        return isLive || _samples >= _size || _windows.Count >= FullRows ? Finish() : null;
    }

    /// <summary>Returns the windows that wait, or null when there are none.</summary>
    internal IReadOnlyList<AudioWindow>? Finish()
    {
        if (_windows.Count == 0)
            return null;
        var batch = _windows;
        _windows = [];
        _samples = 0;
        _size = Math.Min(FullSamples, _size * 2);
        return batch;
    }
}
