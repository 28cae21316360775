using System.Text.Json;
using Lectern.Cli;
using Lectern.Inference.Catalog;

namespace Lectern.Tests.Cli;

public sealed class ModelProgressLineTests : IDisposable
{
    private readonly StringWriter _shown = new() { NewLine = "\n" };
    private readonly ManualClock _clock = new();

    public void Dispose() => _shown.Dispose();

    [Fact]
    public void Bar_is_as_full_as_the_file()
    {
        Line(isJson: false).Report(new ModelProgress("tiny", ModelStage.Fetching, "weights.onnx", 5_000_000, 20_000_000));

        Assert.Equal("tiny  fetching weights.onnx  [######..................] 5.0 of 20.0 MB\n", _shown.ToString());
    }

    [Theory]
    [InlineData(0, "tiny  fetching package\n")]
    [InlineData(1_500_000, "tiny  fetching package  1.5 MB\n")]
    public void Without_a_size_there_is_no_bar(long done, string expected)
    {
        Line(isJson: false).Report(new ModelProgress("tiny", ModelStage.Fetching, "package", done, TotalBytes: null));

        Assert.Equal(expected, _shown.ToString());
    }

    [Fact]
    public void Json_tells_bytes()
    {
        Line(isJson: true).Report(new ModelProgress("tiny", ModelStage.Checking, "weights.onnx", 5, 20));

        using var json = JsonDocument.Parse(_shown.ToString());
        Assert.Equal("model", json.RootElement.GetProperty("event").GetString());
        Assert.Equal("checking", json.RootElement.GetProperty("stage").GetString());
        Assert.Equal("weights.onnx", json.RootElement.GetProperty("subject").GetString());
        Assert.Equal(5, json.RootElement.GetProperty("doneBytes").GetInt64());
        Assert.Equal(20, json.RootElement.GetProperty("totalBytes").GetInt64());
    }

    [Fact]
    public void New_file_is_shown_at_once_and_the_same_one_every_ten_seconds()
    {
        var line = Line(isJson: false);

        line.Report(new ModelProgress("tiny", ModelStage.Fetching, "a", 0, 100));
        line.Report(new ModelProgress("tiny", ModelStage.Fetching, "a", 50, 100));
        line.Report(new ModelProgress("tiny", ModelStage.Checking, "a", 0, 100));
        line.Report(new ModelProgress("tiny", ModelStage.Checking, "b", 0, 100));
        _clock.Advance(10);
        line.Report(new ModelProgress("tiny", ModelStage.Checking, "b", 50, 100));

        Assert.Equal(
            ["tiny  fetching a", "tiny  checking a", "tiny  checking b", "tiny  checking b"],
            _shown.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(shown => shown[..16]));
    }

    private ModelProgressLine Line(bool isJson) => new(new Terminal(TextWriter.Null, _shown, isInteractive: false, isJson), _clock);
}
