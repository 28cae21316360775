namespace Lectern.Sessions;

/// <summary>How much of a lecture's audio is on the disk while more of it arrives, for those who wait for it.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="length">How many bytes are there.</param>
/// <param name="isComplete">Whether these are all.</param>
internal sealed class ArrivingAudio(long length, bool isComplete)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = NewSignal();
    private TaskCompletionSource _starving = NewSignal();
    private long _length = length;
    private bool _isComplete = isComplete;

    /// <summary>Gets how many bytes are there.</summary>
    internal long Length => Interlocked.Read(ref _length);

    /// <summary>Gets whether all bytes are there.</summary>
    internal bool IsComplete => Volatile.Read(ref _isComplete);

    /// <summary>Gets a task that ends when a reader has read all there is and waits for more; a new one after each arrival.</summary>
    internal Task WhenStarving
    {
        get
        {
            lock (_gate)
                return _starving.Task;
        }
    }

    /// <summary>Tells what is there.</summary>
    /// <param name="length">How many bytes are on the disk.</param>
    /// <param name="isComplete">Whether these are all.</param>
    internal void Arrived(long length, bool isComplete)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _length = Math.Max(_length, length);
            _isComplete |= isComplete;
            changed = _changed;
            _changed = NewSignal();
            if (_starving.Task.IsCompleted)
                _starving = NewSignal();
        }

        changed.TrySetResult();
    }

    /// <summary>Waits until there are more bytes than a reader has read, or it is sure that none come.</summary>
    /// <param name="position">How many bytes the reader has read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task WhenBeyondAsync(long position, CancellationToken cancellation)
    {
        while (!Holds(() => _length > position, out var changed))
        {
            Starve();
            await changed.WaitAsync(cancellation);
        }
    }

    /// <summary>Waits until all bytes are there.</summary>
    internal async Task WhenCompleteAsync(CancellationToken cancellation)
    {
        while (!Holds(static () => false, out var changed))
            await changed.WaitAsync(cancellation);
    }

    /// <summary>Tells whether the condition holds or all bytes are there, and what ends when that may have changed.</summary>
    private bool Holds(Func<bool> condition, out Task changed)
    {
        lock (_gate)
        {
            changed = _changed.Task;
            return _isComplete || condition();
        }
    }

    private void Starve()
    {
        TaskCompletionSource starving;
        lock (_gate)
            starving = _starving;
        starving.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
