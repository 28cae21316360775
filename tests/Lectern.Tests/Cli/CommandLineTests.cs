namespace Lectern.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("notes x.mp3 --card 5", "There is no option '--card'.", "lectern notes --help")]
    [InlineData("transcribe -x y.mp3", "There is no option '-x'.", "lectern transcribe --help")]
    [InlineData("notes x.mp3 --cards 1001", "--cards takes a number from 0 to 1000, not '1001'.", "lectern notes --help")]
    [InlineData("notes x.mp3 --cards -1", "--cards takes a number from 0 to 1000, not '-1'.", "lectern notes --help")]
    [InlineData("notes x.mp3 --cards many", "--cards takes a number from 0 to 1000, not 'many'.", "lectern notes --help")]
    [InlineData("notes x.mp3 --style long", "'long'", "lectern notes --help")]
    [InlineData("transcribe x.mp3 --format docx", "There is no format \"docx\". Choose one of: txt, srt, vtt, json, md.", "lectern transcribe --help")]
    [InlineData("transcribe", "'files'", "lectern transcribe --help")]
    [InlineData("models get", "'models'", "lectern models get --help")]
    [InlineData("frobnicate", "'frobnicate'", "lectern --help")]
    public async Task Wrong_command_line_is_explained_and_nothing_is_done(string line, string explanation, string help)
    {
        var result = await RunningProgram.RunAsync(line.Split(' '));

        result.AssertEnded(2);
        Assert.Contains(explanation, result.Error, StringComparison.Ordinal);
        Assert.EndsWith($"'{help}' says what there is.\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("", "notes", "transcribe", "models", "doctor")]
    [InlineData("--help", "notes", "transcribe", "models", "doctor")]
    [InlineData("models --help", "list", "get", "verify", "remove")]
    [InlineData("notes --help", "--output", "--style", "--cards", "--model", "--json")]
    [InlineData("transcribe --help", "--output", "--format", "--model", "--json", "txt, srt, vtt, json, md")]
    public async Task Help_lists_what_there_is(string line, params string[] expected)
    {
        var result = await RunningProgram.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        result.AssertEnded(0);
        Assert.All(expected, word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Missing_recording_is_said_before_a_model_is_fetched()
    {
        using var empty = new TemporaryFolder();

        var result = await RunningProgram.RunAsync(["notes", empty["talk.mp3"]], new() { ["LECTERN_DATA"] = empty["data"] });

        result.AssertEnded(1);
        Assert.Contains($"There is no file '{empty["talk.mp3"]}'.", Assert.Single(result.Failures), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }
}
