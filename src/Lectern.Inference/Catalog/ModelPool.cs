namespace Lectern.Inference.Catalog;

/// <summary>Loads each model once, shares it among those who use it, and unloads it when nobody has used it for a while.</summary>
/// <typeparam name="T">What a loaded model is.</typeparam>
/// <remarks>
/// Those who ask while a model is being loaded wait for the same load. It is given up when the last of them stops waiting; one that
/// fails is told to all who wait, and the next to ask tries again. Thread-safe; the loader runs off the caller's thread.
/// </remarks>
public sealed class ModelPool<T> : IAsyncDisposable
    where T : class, IDisposable
{
    private readonly Func<string, CancellationToken, Task<T>> _load;
    private readonly TimeSpan _idleTime;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private bool _isDisposed;

    /// <summary>Makes an empty pool.</summary>
    /// <param name="load">Loads the model of an id; the pool owns what it returns. The token says that nobody waits any more.</param>
    /// <param name="idleTime">How long an unused model stays loaded; zero unloads it at once, <see cref="Timeout.InfiniteTimeSpan"/> never.</param>
    /// <param name="clock">Times that.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public ModelPool(Func<string, CancellationToken, Task<T>> load, TimeSpan idleTime, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(clock);
        if (idleTime != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(idleTime, TimeSpan.Zero);
        _load = load;
        _idleTime = idleTime;
        _clock = clock;
    }

    /// <summary>Says what the pool holds at this moment, in the order of the ids.</summary>
    public IReadOnlyList<PooledModel> Held()
    {
        lock (_gate)
            return [.. _slots.Values.Select(slot => slot.Describe()).OrderBy(model => model.Id, StringComparer.Ordinal)];
    }

    /// <summary>Gets the use of a model, loading it where it is not loaded.</summary>
    /// <param name="id">The model.</param>
    /// <param name="cancellationToken">Ends the wait; the load goes on while others wait for it.</param>
    /// <returns>The lease; dispose of it when the work is done.</returns>
    /// <exception cref="ObjectDisposedException">The pool was disposed of.</exception>
    /// <remarks>What the loader throws is thrown here.</remarks>
    public async Task<ModelLease<T>> RentAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        var slot = Join(id);
        try
        {
            var model = await slot.Loading.WaitAsync(cancellationToken);
            return new ModelLease<T>(model, () => Leave(slot));
        }
        catch (OperationCanceledException) when (Volatile.Read(ref _isDisposed) && !cancellationToken.IsCancellationRequested)
        {
            Leave(slot);
            throw new ObjectDisposedException(nameof(ModelPool<>), $"The pool was closed while the model '{id}' was being loaded.");
        }
        catch
        {
            Leave(slot);
            throw;
        }
    }

    /// <summary>Unloads what nobody uses and gives up loads; a model in use is unloaded when its last lease is given back.</summary>
    public ValueTask DisposeAsync()
    {
        ILookup<bool, Slot> slots;
        lock (_gate)
        {
            _isDisposed = true;
            slots = _slots.Values.ToLookup(slot => slot.Users == 0);
            foreach (var slot in slots.SelectMany(group => group))
                Forget(slot);
        }

        foreach (var unused in slots[true])
            unused.Dispose();
        // Those who use a model, or wait for one, dispose of it when the last of them leaves.
        foreach (var used in slots[false])
            used.Abandon();
        return ValueTask.CompletedTask;
    }

    private Slot Join(string id)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // A load that failed stays here until those who waited for it have left.
            if (!_slots.TryGetValue(id, out var slot) || slot.Loading is { IsCompleted: true, IsCompletedSuccessfully: false })
                _slots[id] = slot = new Slot(id, _load, _clock.GetUtcNow());
            slot.Users++;
            slot.EndIdle();
            return slot;
        }
    }

    private void Leave(Slot slot)
    {
        lock (_gate)
        {
            if (--slot.Users > 0)
                return;
            if (slot.Loading.IsCompletedSuccessfully && !_isDisposed && _idleTime != TimeSpan.Zero)
            {
                slot.BeginIdle(_clock, _idleTime, UnloadIdle);
                return;
            }

            Forget(slot);
        }

        slot.Dispose();
    }

    private void UnloadIdle(Slot slot, int turn)
    {
        lock (_gate)
        {
            // The timer may have gone off just as somebody came back, or as the pool was disposed of.
            if (turn != slot.IdleTurn)
                return;
            Forget(slot);
        }

        slot.Dispose();
    }

    private void Forget(Slot slot)
    {
        slot.EndIdle();
        if (_slots.TryGetValue(slot.Id, out var current) && current == slot)
            _slots.Remove(slot.Id);
    }

    /// <summary>A model and those who use it. All but the load is read and changed under the pool's lock.</summary>
    private sealed class Slot : IDisposable
    {
        private readonly CancellationTokenSource _abandon = new();
        private readonly DateTimeOffset _since;
        private DateTimeOffset? _idleSince;
        private ITimer? _idleTimer;

        internal Slot(string id, Func<string, CancellationToken, Task<T>> load, DateTimeOffset since)
        {
            Id = id;
            _since = since;
            var token = _abandon.Token;
            Loading = Task.Run(() => load(id, token), token);
        }

        internal string Id { get; }

        internal Task<T> Loading { get; }

        internal int Users { get; set; }

        /// <summary>Gets the number of times that idleness began or ended.</summary>
        internal int IdleTurn { get; private set; }

        /// <summary>Disposes of the model: now, or when a loader that does not listen brings it after all. Called once, after the last user.</summary>
        public void Dispose()
        {
            Abandon();
            _ = Loading.ContinueWith(
                static loading =>
                {
                    if (loading.IsCompletedSuccessfully)
                        loading.GetAwaiter().GetResult().Dispose();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        // The source has no timer and no parent, so it holds nothing that would have to be disposed of.
        internal void Abandon() => _abandon.Cancel();

        internal PooledModel Describe() => new(Id, Users, Loading.IsCompletedSuccessfully, _since, _idleSince);

        internal void BeginIdle(TimeProvider clock, TimeSpan time, Action<Slot, int> onEnd)
        {
            var turn = ++IdleTurn;
            _idleSince = clock.GetUtcNow();
            _idleTimer = clock.CreateTimer(_ => onEnd(this, turn), state: null, time, Timeout.InfiniteTimeSpan);
        }

        internal void EndIdle()
        {
            IdleTurn++;
            _idleSince = null;
            _idleTimer?.Dispose();
            _idleTimer = null;
        }
    }
}
