using Lectern.Components;

namespace Lectern.Tests.Components;

public sealed class PeopleTextTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(814_052, "814 kB")]
    [InlineData(8_589_934_592, "8.6 GB")]
    public void Bytes_are_told_in_units_of_a_thousand(long bytes, string expected) => Assert.Equal(expected, PeopleText.Bytes(bytes));

    [Theory]
    [InlineData(4, "a few seconds")]
    [InlineData(31, "about 40 seconds")]
    [InlineData(120, "about 2 minutes")]
    [InlineData(7_800, "about 2 h 10 min")]
    public void Estimates_are_no_more_exact_than_they_can_be(int seconds, string expected) =>
        Assert.Equal(expected, PeopleText.About(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(1, "1 card")]
    [InlineData(0, "0 cards")]
    [InlineData(1_234, "1,234 cards")]
    public void Numbers_agree_with_their_noun(int number, string expected) => Assert.Equal(expected, PeopleText.Count(number, "card"));
}
