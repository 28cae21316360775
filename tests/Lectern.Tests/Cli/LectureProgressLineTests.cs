using System.Text.Json;
using Lectern.Cli;
using Lectern.Transcripts;

namespace Lectern.Tests.Cli;

public sealed class LectureProgressLineTests : IDisposable
{
    private readonly StringWriter _shown = new() { NewLine = "\n" };
    private readonly ManualClock _clock = new();

    public void Dispose() => _shown.Dispose();

    [Fact]
    public void Line_tells_percent_speed_and_time_left_without_what_an_earlier_run_did()
    {
        var line = Line(isJson: false);
        _clock.Advance(10);

        line.Report(Progress(heard: 140, done: 110, resumed: 10, duration: 200));

        Assert.Equal("talk.mp3  transcribing  55%  10x real time  0:09 left\n", _shown.ToString());
    }

    [Fact]
    public void Json_tells_the_same_in_numbers()
    {
        var line = Line(isJson: true);
        _clock.Advance(10);

        line.Report(Progress(heard: 140.25, done: 110, resumed: 10, duration: 200));

        using var json = JsonDocument.Parse(_shown.ToString());
        var root = json.RootElement;
        Assert.Equal("progress", root.GetProperty("event").GetString());
        Assert.Equal("talk.mp3", root.GetProperty("file").GetString());
        Assert.Equal("transcribing", root.GetProperty("stage").GetString());
        Assert.Equal(55, root.GetProperty("percent").GetDouble());
        Assert.Equal(140.25, root.GetProperty("heardSeconds").GetDouble());
        Assert.Equal(110, root.GetProperty("doneSeconds").GetDouble());
        Assert.Equal(10, root.GetProperty("speed").GetDouble());
        Assert.Equal(9, root.GetProperty("secondsLeft").GetDouble());
    }

    [Fact]
    public void Recording_of_unknown_length_has_no_percent_and_no_time_left()
    {
        var line = Line(isJson: true);
        _clock.Advance(10);

        line.Report(Progress(heard: 60, done: 50, resumed: 0, duration: null));

        using var json = JsonDocument.Parse(_shown.ToString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("percent").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("secondsLeft").ValueKind);
        Assert.Equal(5, json.RootElement.GetProperty("speed").GetDouble());
    }

    [Fact]
    public void Hours_left_are_shown_as_hours()
    {
        var line = Line(isJson: false);
        _clock.Advance(1);

        line.Report(Progress(heard: 1, done: 1, resumed: 0, duration: 3726));

        Assert.Equal("talk.mp3  transcribing  0%  1x real time  1:02:05 left\n", _shown.ToString());
    }

    [Theory]
    [InlineData(0, 0, "listening")]
    [InlineData(0, 48, "resuming")]
    [InlineData(24, 48, "resuming")]
    [InlineData(48, 48, "transcribing")]
    public void Stage_is_what_the_user_waits_for(double done, double resumed, string stage)
    {
        var line = Line(isJson: true);

        line.Report(Progress(heard: 60, done, resumed, duration: 200));

        using var json = JsonDocument.Parse(_shown.ToString());
        Assert.Equal(stage, json.RootElement.GetProperty("stage").GetString());
    }

    [Fact]
    public void Log_gets_a_line_every_ten_seconds()
    {
        var line = Line(isJson: false);

        foreach (var second in Enumerable.Range(1, 25))
        {
            _clock.Advance(1);
            line.Report(Progress(heard: second, done: second, resumed: 0, duration: 25));
        }

        Assert.Equal(["4%", "44%", "84%"], _shown.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(shown => shown.Split("  ")[2]));
    }

    private static TranscriptionProgress Progress(double heard, double done, double resumed, double? duration) => new(
        TimeSpan.FromSeconds(heard),
        TimeSpan.FromSeconds(done),
        TimeSpan.FromSeconds(resumed),
        duration is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    private LectureProgressLine Line(bool isJson) => new(new Terminal(TextWriter.Null, _shown, isInteractive: false, isJson), "talk.mp3", _clock);
}
