using Lectern.Sessions;

namespace Lectern.Tests.Sessions;

public sealed class PaceTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Speed_counts_from_where_the_run_began()
    {
        var pace = new Pace(_clock);
        pace.Start(TimeSpan.FromSeconds(100));
        _clock.Advance(10);

        Assert.Equal(30, pace.Speed(TimeSpan.FromSeconds(400)));
        Assert.Equal(TimeSpan.FromSeconds(20), pace.Left(TimeSpan.FromSeconds(400), TimeSpan.FromSeconds(1000)));
    }

    [Fact]
    public void Nothing_is_said_of_what_was_not_measured()
    {
        var pace = new Pace(_clock);
        Assert.Null(pace.Speed(TimeSpan.FromSeconds(5)));
        pace.Start(TimeSpan.Zero);
        _clock.Advance(0.5);

        Assert.Null(pace.Speed(TimeSpan.FromSeconds(5)));
        _clock.Advance(10);
        Assert.Null(pace.Speed(TimeSpan.Zero));
        Assert.Null(pace.Left(TimeSpan.FromSeconds(5), duration: null));
        pace.Stop();
        Assert.Null(pace.Speed(TimeSpan.FromSeconds(5)));
    }
}
