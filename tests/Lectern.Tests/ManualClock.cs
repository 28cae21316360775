namespace Lectern.Tests;

/// <summary>A clock that stands still until the test moves it on.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long _ticks = TimeSpan.TicksPerDay;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_ticks);

    internal void Advance(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
}
