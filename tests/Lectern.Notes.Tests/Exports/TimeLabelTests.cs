using Lectern.Notes.Exports;

namespace Lectern.Notes.Tests.Exports;

public sealed class TimeLabelTests
{
    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(59.999, "00:59")]
    [InlineData(3599.9, "59:59")]
    [InlineData(3600, "1:00:00")]
    [InlineData(360_000, "100:00:00")]
    public void Times_are_read_as_on_a_player(double seconds, string expected) => Assert.Equal(expected, TimeLabel.Of(TimeSpan.FromSeconds(seconds)));
}
