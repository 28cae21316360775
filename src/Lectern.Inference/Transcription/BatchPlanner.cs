using Lectern.Inference.Speech;

namespace Lectern.Inference.Transcription;

/// <summary>Groups the windows of a recording into batches.</summary>
/// <remarks>
/// The groups depend on the windows alone, not on when they arrive, so a run that was interrupted makes the same batches again. The first
/// ones are small, so that the first words appear soon. Not thread-safe.
/// </remarks>
internal sealed class BatchPlanner
{
    private const int FirstSize = 2;
    private const int FullSize = 12;

    private List<AudioWindow> _windows = [];
    private int _size = FirstSize;

    /// <summary>Adds a window; returns a batch when one is complete.</summary>
    internal IReadOnlyList<AudioWindow>? Add(AudioWindow window)
    {
        _windows.Add(window);
        return _windows.Count >= _size ? Finish() : null;
    }

    /// <summary>Returns the windows that wait, or null when there are none.</summary>
    internal IReadOnlyList<AudioWindow>? Finish()
    {
        if (_windows.Count == 0)
            return null;
        var batch = _windows;
        _windows = [];
        _size = Math.Min(FullSize, _size * 2);
        return batch;
    }
}
