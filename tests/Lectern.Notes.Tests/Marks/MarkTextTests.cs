using Lectern.Inference;
using Lectern.Notes.Marks;

namespace Lectern.Notes.Tests.Marks;

public sealed class MarkTextTests
{
    [Theory]
    [InlineData(4, "The browser was closed", "4 seconds are missing here: the browser was closed")]
    [InlineData(1, "The browser was closed.", "1 second is missing here: the browser was closed")]
    [InlineData(0.3, "", "Less than a second is missing here")]
    [InlineData(125, "", "2 minutes 5 seconds are missing here")]
    [InlineData(60, "", "1 minute is missing here")]
    [InlineData(7_260, "USB went away", "2 hours 1 minute are missing here: USB went away")]
    [InlineData(0, "", "Sound is missing here")]
    public void Gap_says_how_much_is_missing_and_why(double seconds, string reason, string expected) =>
        Assert.Equal(expected, MarkText.OfGap(Gap(0) with { Missing = TimeSpan.FromSeconds(seconds), Text = reason }));

    [Fact]
    public void Gap_that_has_a_length_in_the_recording_says_from_when_to_when() =>
        Assert.Equal("Nothing could be heard from 00:05 to 01:10: the microphone was muted", MarkText.OfGap(Gap(65) with { Text = "The microphone was muted" }));

    private static Mark Gap(int seconds) => new() { Kind = MarkKind.Gap, StartSample = 5 * SampleClock.Rate, EndSample = (5 + seconds) * SampleClock.Rate };
}
