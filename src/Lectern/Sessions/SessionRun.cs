using Lectern.Inference;

namespace Lectern.Sessions;

/// <summary>The run that a session has started, if it has: at most one at a time. Used in the session's turn.</summary>
/// <param name="clock">The clock.</param>
internal sealed class SessionRun(TimeProvider clock) : IDisposable
{
    private CancellationTokenSource? _stop;
    private Task _work = Task.CompletedTask;
    private int _epoch;

    /// <summary>Gets whether there is a run.</summary>
    internal bool IsActive => _stop is not null;

    /// <summary>Gets whether the run is over although it never said so: whoever it wanted to tell could not be reached.</summary>
    internal bool HasVanished => IsActive && _work.IsCompleted;

    /// <summary>Gets where the run is told what has arrived; null where there is none that waits for bytes.</summary>
    internal ArrivingAudio? Arriving { get; private set; }

    /// <summary>Gets how far it is; null before it has told.</summary>
    internal RunProgress? Progress { get; private set; }

    /// <summary>Gets how fast it is.</summary>
    internal Pace Pace { get; } = new(clock);

    /// <summary>Tells whether a run with this epoch is at work; one that was stopped may still call.</summary>
    internal bool Is(int epoch) => IsActive && _epoch == epoch;

    /// <summary>Starts a run off the session's turn, in place of the one before.</summary>
    /// <param name="epoch">The epoch that it writes in.</param>
    /// <param name="arriving">Where it is told what has arrived.</param>
    /// <param name="work">The work; it tells the session what comes of it.</param>
    internal void Start(int epoch, ArrivingAudio? arriving, Func<CancellationToken, Task> work)
    {
        Stop();
        var stop = new CancellationTokenSource();
        (_stop, _epoch, Arriving) = (stop, epoch, arriving);
        _work = Task.Run(() => work(stop.Token), CancellationToken.None);
    }

    /// <summary>Notes how far it is.</summary>
    /// <param name="progress">What it tells.</param>
    /// <param name="doneSamples">Up to where the transcript is complete.</param>
    internal void Report(RunProgress progress, long doneSamples)
    {
        Progress = progress;
        if (progress.Stage == Data.LectureStage.Transcribing)
            Pace.Start(SampleClock.ToTime(doneSamples));
        else
            Pace.Stop();
    }

    /// <summary>Stops the run, where there is one; it may be at work for a moment still, but nobody listens.</summary>
    internal void Stop()
    {
        _stop?.Cancel();
        _stop?.Dispose();
        (_stop, Arriving, Progress) = (null, null, null);
        Pace.Stop();
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();
}
