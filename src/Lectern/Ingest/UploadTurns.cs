namespace Lectern.Ingest;

/// <summary>Lets one request at a time add bytes to an upload. The newest has the right of way: the one before may hang on a dead connection.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="clock">The clock.</param>
public sealed class UploadTurns(TimeProvider clock)
{
    /// <summary>How long the one before has to put on the disk what it holds.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, Queue> _queues = [];

    /// <summary>Takes the turn; whoever has it is asked to give it back.</summary>
    /// <param name="lectureId">The upload.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The turn; null where the one before did not give it back in time.</returns>
    public async Task<UploadTurn?> TakeAsync(Guid lectureId, CancellationToken cancellation)
    {
        var queue = Join(lectureId);
        try
        {
            if (!await WaitAsync(queue, cancellation))
            {
                Leave(lectureId, queue);
                return null;
            }
        }
        catch
        {
            Leave(lectureId, queue);
            throw;
        }

        var turn = new UploadTurn(() => GiveBack(lectureId, queue));
        lock (_queues)
        {
            queue.Holder = turn;
            if (queue.Waiting > 1)
                turn.Ask();
        }

        return turn;
    }

    private Queue Join(Guid lectureId)
    {
        lock (_queues)
        {
            if (!_queues.TryGetValue(lectureId, out var queue))
                _queues[lectureId] = queue = new Queue();
            queue.Waiting++;
            queue.Holder?.Ask();
            return queue;
        }
    }

    private async Task<bool> WaitAsync(Queue queue, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await queue.Turn.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private void GiveBack(Guid lectureId, Queue queue)
    {
        lock (_queues)
            queue.Holder = null;
        queue.Turn.Release();
        Leave(lectureId, queue);
    }

    private void Leave(Guid lectureId, Queue queue)
    {
        lock (_queues)
        {
            queue.Waiting--;
            if (queue.Waiting == 0)
                _queues.Remove(lectureId);
        }
    }

    private sealed class Queue
    {
        internal SemaphoreSlim Turn { get; } = new(1, 1);

        internal int Waiting { get; set; }

        internal UploadTurn? Holder { get; set; }
    }
}
