using System.Text.Json;

namespace Lectern.Tests.Cli;

public sealed class TranscribeCommandTests(SampleNotes sample) : IDisposable
{
    private const string Clip = "dev/jfk.flac";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Subtitles_that_are_streamed_are_those_of_the_file()
    {
        await sample.GetAsync();

        var result = await RunAsync(sample.Recording, "--format", "srt");

        result.AssertEnded(0);
        Assert.Equal(await ReadAsync(Path.Combine(sample.Folder, "transcript.srt")), result.Output);
    }

    [Fact]
    public async Task Standard_input_gives_what_the_file_gives()
    {
        var clip = Clipped();
        await using var input = File.OpenRead(clip);

        var fromInput = await RunningProgram.RunAsync(["transcribe", "-", "--model", Repository.Model], [], input);
        var fromFile = await RunAsync(clip);

        fromInput.AssertEnded(0);
        fromFile.AssertEnded(0);
        Assert.Contains("country", fromFile.Output, StringComparison.Ordinal);
        Assert.Equal(fromFile.Output, fromInput.Output);
    }

    [Fact]
    public async Task Recording_is_never_replaced_by_its_transcript()
    {
        var clip = _folder["jfk.flac"];
        File.Copy(Clipped(), clip);
        var before = await File.ReadAllBytesAsync(clip, TestContext.Current.CancellationToken);

        var result = await RunAsync(clip, "-o", clip);

        result.AssertEnded(1);
        Assert.Contains("is the recording itself", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(clip, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ending_of_the_output_chooses_the_format()
    {
        var result = await RunAsync(Clipped(), "-o", _folder["talk.SRT"]);

        result.AssertEnded(0);
        Assert.Empty(result.Output);
        Assert.StartsWith("1\n00:00:", await ReadAsync(_folder["talk.SRT"]), StringComparison.Ordinal);
        Assert.Equal([_folder["talk.SRT"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Recording_that_fails_is_reported_and_the_others_go_on()
    {
        var clip = Clipped();
        await File.WriteAllTextAsync(_folder["shopping.wav"], "bread, milk, eggs", TestContext.Current.CancellationToken);

        var result = await RunAsync(_folder["missing.wav"], _folder["shopping.wav"], clip, "--json", "-o", _folder["out"]);

        result.AssertEnded(1);
        Assert.Equal([Path.Combine(_folder["out"], "jfk.txt")], Directory.GetFiles(_folder["out"]));
        var events = result.ErrorLines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToLookup(line => line.GetProperty("event").GetString());
        Assert.Equal([_folder["missing.wav"], _folder["shopping.wav"]], events["error"].Select(line => line.GetProperty("file").GetString()));
        Assert.All(events["error"], line => Assert.NotEqual("", line.GetProperty("message").GetString()));
        Assert.Contains("jfk.flac", events["progress"].Select(line => line.GetProperty("file").GetString()));
        Assert.Equal("1 of 3 recordings are done, 2 failed.", Assert.Single(events["message"]).GetProperty("message").GetString());
    }

    private static string Clipped()
    {
        Repository.NeedSpeech();
        return Repository.Recording(Clip);
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static Task<ProgramResult> RunAsync(params string[] arguments) => RunningProgram.RunAsync(["transcribe", .. arguments, "--model", Repository.Model]);
}
