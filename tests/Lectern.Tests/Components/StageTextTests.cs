using Lectern.Components.Lectures;
using Lectern.Data;
using Lectern.Sessions;

namespace Lectern.Tests.Components;

public sealed class StageTextTests
{
    private static readonly LectureProgress Half = new()
    {
        LectureId = Guid.Empty,
        Version = 1,
        Stage = LectureStage.Transcribing,
        IsReceived = true,
        Done = TimeSpan.FromMinutes(30),
        Duration = TimeSpan.FromMinutes(60),
        Speed = 41.7,
        TimeLeft = TimeSpan.FromSeconds(43),
    };

    [Fact]
    public void Transcription_says_percent_speed_and_time_left()
    {
        Assert.Equal("Transcribing", StageText.Of(Half));
        Assert.Equal("50 % · 42× as fast as speech · about 50 seconds left", StageText.Details(Half));
        Assert.Equal("0.5", StageText.Share(Half));
    }

    [Fact]
    public void Transcription_of_what_still_arrives_says_how_far_both_are_and_promises_no_end()
    {
        var arriving = Half with { IsReceived = false, ReceivedBytes = 25, UploadLength = 100 };

        Assert.Equal("25 % received · 30:00 done · 42× as fast as speech", StageText.Details(arriving));
    }

    [Fact]
    public void Upload_of_unknown_length_says_its_bytes_and_shows_no_share()
    {
        var recording = Half with { Stage = LectureStage.Receiving, IsReceived = false, ReceivedBytes = 1_500_000 };

        Assert.Equal("1.5 MB received", StageText.Details(recording));
        Assert.Null(StageText.Share(recording));
    }

    [Theory]
    [InlineData(1, "Next in the queue")]
    [InlineData(3, "In the queue, place 3")]
    public void Waiting_says_the_place(int place, string expected) =>
        Assert.Equal(expected, StageText.Of(Half with { Stage = LectureStage.Waiting, Place = place }));
}
