namespace Lectern.Sessions;

/// <summary>Measures how fast a transcription goes, and estimates when it will be done.</summary>
/// <param name="clock">The clock.</param>
internal sealed class Pace(TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private long _started;
    private TimeSpan _doneAtStart;

    /// <summary>Begins to measure, where it is not measured yet.</summary>
    /// <param name="done">How much is transcribed.</param>
    internal void Start(TimeSpan done)
    {
        if (_started == 0)
            (_started, _doneAtStart) = (clock.GetTimestamp(), done);
    }

    /// <summary>Forgets what was measured: the work does not go on.</summary>
    internal void Stop() => _started = 0;

    /// <summary>Returns seconds of the recording in a second; null while nothing can be said.</summary>
    internal double? Speed(TimeSpan done)
    {
        if (_started == 0 || clock.GetElapsedTime(_started) is var elapsed && elapsed < Shortest || done <= _doneAtStart)
            return null;
        return (done - _doneAtStart) / clock.GetElapsedTime(_started);
    }

    /// <summary>Returns the time that the rest takes at this speed; null while nothing can be said.</summary>
    internal TimeSpan? Left(TimeSpan done, TimeSpan? duration) =>
        Speed(done) is { } speed && duration is { } length ? TimeSpan.FromSeconds(Math.Max(0, (length - done).TotalSeconds) / speed) : null;
}
