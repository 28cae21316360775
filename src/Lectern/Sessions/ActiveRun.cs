namespace Lectern.Sessions;

/// <summary>A run that a session has started.</summary>
/// <param name="epoch">The epoch that it writes in.</param>
/// <param name="arriving">Where it is told what has arrived.</param>
internal sealed class ActiveRun(int epoch, ArrivingAudio arriving) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Gets the epoch that it writes in.</summary>
    internal int Epoch => epoch;

    /// <summary>Gets where it is told what has arrived.</summary>
    internal ArrivingAudio Arriving => arriving;

    /// <summary>Gets or sets how far it is; null before it has told.</summary>
    internal RunProgress? Progress { get; set; }

    /// <summary>Starts it off the session's turn.</summary>
    /// <param name="run">The run, which is disposed of when it has ended.</param>
    internal void Start(TranscriptionRun run)
    {
        var cancellation = _stop.Token;
        _ = Task.Run(
            async () =>
            {
                await using (run)
                    await run.RunAsync(cancellation);
            },
            CancellationToken.None);
    }

    /// <summary>Stops it; it may still be at work for a moment, but writes nothing any more.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
