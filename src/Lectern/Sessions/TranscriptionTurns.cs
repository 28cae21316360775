namespace Lectern.Sessions;

/// <summary>Lets one transcription at a time use the cores, fairly by workspace: who was served longest ago comes first, and within a workspace the first to ask.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class TranscriptionTurns
{
    private readonly Lock _gate = new();
    private readonly List<Waiter> _waiting = [];
    private readonly Dictionary<Guid, long> _lastServed = [];
    private long _served;
    private bool _isTaken;

    /// <summary>Waits for a turn.</summary>
    /// <param name="ownerId">The workspace that asks.</param>
    /// <param name="placed">Told the place in the queue, from 1, at once where there is a wait and whenever it changes.</param>
    /// <param name="cancellation">Leaves the queue.</param>
    /// <returns>The turn; it ends when it is disposed of.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<IDisposable> EnterAsync(Guid ownerId, Action<int> placed, CancellationToken cancellation)
    {
        var waiter = new Waiter(ownerId, placed);
        lock (_gate)
            _waiting.Add(waiter);
        Advance();
        try
        {
            await waiter.Turn.Task.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Leave(waiter);
            throw;
        }

        return new Turn(this);
    }

    /// <summary>Gives a turn beside the queue, at once: somebody is speaking, and that cannot wait.</summary>
    public static IDisposable EnterLive() => new LiveTurn();

    private void Leave(Waiter waiter)
    {
        lock (_gate)
        {
            // The turn may have come just as the wait was given up.
            if (!_waiting.Remove(waiter))
                _isTaken = false;
        }

        Advance();
    }

    private void End()
    {
        lock (_gate)
            _isTaken = false;
        Advance();
    }

    private void Advance()
    {
        Waiter? next = null;
        List<Waiter> order;
        lock (_gate)
        {
            // Who was served when matters only among those who wait at the same time.
            if (!_isTaken && _waiting.Count == 0)
                _lastServed.Clear();
            order = Order();
            if (!_isTaken && order.Count > 0)
            {
                next = order[0];
                order.RemoveAt(0);
                _waiting.Remove(next);
                _lastServed[next.OwnerId] = ++_served;
                _isTaken = true;
            }
        }

        next?.Turn.TrySetResult();
        for (var i = 0; i < order.Count; i++)
            order[i].Tell(i + 1);
    }

    /// <summary>Returns who waits, in the order in which they will be served if nobody else comes.</summary>
    private List<Waiter> Order()
    {
        var served = new Dictionary<Guid, long>(_lastServed);
        var turn = _served;
        var left = new List<Waiter>(_waiting);
        var order = new List<Waiter>(left.Count);
        while (left.Count > 0)
        {
            var next = left.MinBy(waiter => served.GetValueOrDefault(waiter.OwnerId))!;
            left.Remove(next);
            order.Add(next);
            served[next.OwnerId] = ++turn;
        }

        return order;
    }

    private sealed class Waiter(Guid ownerId, Action<int> placed)
    {
        private int _place;

        internal Guid OwnerId => ownerId;

        internal TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Tell(int place)
        {
            if (Interlocked.Exchange(ref _place, place) != place)
                placed(place);
        }
    }

    private sealed class LiveTurn : IDisposable
    {
        public void Dispose()
        {
        }
    }

    private sealed class Turn(TranscriptionTurns turns) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _isOver, true))
                turns.End();
        }
    }
}
