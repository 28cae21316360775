namespace Lectern.Tests.Cli;

public sealed class PathologicalTests(PathologicalRun run) : IClassFixture<PathologicalRun>
{
    // Of these, nothing, a part or an error are all right.
    private static readonly string[] OpenEnded = ["header-only.wav", "bitflips.flac"];

    [Theory]
    [MemberData(nameof(PathologicalRun.Rows), MemberType = typeof(PathologicalRun))]
    public async Task Odd_recording_gives_text_nothing_or_a_sentence_as_expected(string file, string expect)
    {
        var result = await run.GetAsync();

        var text = run.TextOf(file);
        var failures = result.Failures.Where(line => line.Contains(file, StringComparison.Ordinal)).ToArray();
        Assert.Equal(text is null ? 1 : 0, failures.Length);
        Assert.All(failures, line => Assert.EndsWith(".", line, StringComparison.Ordinal));
        if (OpenEnded.Contains(Path.GetFileName(file)))
            return;
        switch (expect)
        {
            case "transcript":
                Assert.Matches(@"\w+\W+\w+", text);
                break;
            case "empty":
                Assert.Equal("", text);
                break;
            default:
                Assert.Null(text);
                break;
        }
    }

    [Fact]
    public async Task Batch_with_failures_ends_with_one_sentence_for_each()
    {
        var result = await run.GetAsync();

        result.AssertEnded(1);
        Assert.Matches($@"^\d+ of \d+ recordings are done, {result.Failures.Length} failed\.$", result.ErrorLines[^1]);
    }

    [Fact]
    public async Task Recording_without_words_is_no_failure()
    {
        Repository.NeedSpeech();

        var result = await RunningProgram.RunAsync("transcribe", Repository.Recording("dev/pathological/speech-0.1s.wav"), "--model", Repository.Model);

        result.AssertEnded(0);
        Assert.Empty(result.Output);
        Assert.Empty(result.Failures);
    }
}
