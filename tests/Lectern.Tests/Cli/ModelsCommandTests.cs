namespace Lectern.Tests.Cli;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_tells_what_is_here_and_what_is_not()
    {
        CopyModel(Repository.Detector);

        var result = await RunAsync("models", "list");

        result.AssertEnded(0);
        Assert.Matches(@"(?m)^silero-vad +installed ", result.Output);
        Assert.Matches(@"(?m)^moonshine-base +not here .* MB  MIT ", result.Output);
        Assert.Matches(@"(?m)^moonshine-tiny +not here .* MB  MIT ", result.Output);
    }

    [Fact]
    public async Task Verify_finds_all_files_right()
    {
        CopyModel(Repository.Detector);

        var result = await RunAsync("models", "verify", Repository.Detector);

        result.AssertEnded(0);
        Assert.Equal("silero-vad: all 1 files are right.\n", result.Output);
    }

    [Fact]
    public async Task Verify_names_the_file_that_is_wrong_and_how_to_mend_it()
    {
        Damage(Path.Combine(CopyModel(Repository.Detector), "silero_vad.onnx"));

        var result = await RunAsync("models", "verify", Repository.Detector);

        result.AssertEnded(1);
        Assert.StartsWith("silero-vad: silero_vad.onnx is wrong: SHA-256 ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("Fetch it again with 'lectern models get silero-vad'.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_frees_the_space()
    {
        var model = CopyModel(Repository.Detector);

        var result = await RunAsync("models", "remove", Repository.Detector);

        result.AssertEnded(0);
        Assert.Matches(@"^silero-vad is removed; \d+\.\d MB are free again\.\n$", result.Output);
        Assert.False(Directory.Exists(model));
    }

    [Fact]
    public async Task Unknown_model_is_answered_with_those_there_are()
    {
        var result = await RunAsync("models", "verify", "moonshine-huge");

        result.AssertEnded(3);
        Assert.Contains("There is no model 'moonshine-huge'. The models are: moonshine-base, moonshine-tiny, silero-vad", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Repository.Model, "encoder_model.onnx")]
    [InlineData(Repository.Model, "decoder_model_merged.onnx")]
    [InlineData(Repository.Model, "tokenizer.json")]
    [InlineData(Repository.Detector, "silero_vad.onnx")]
    public async Task Damaged_model_is_a_sentence_that_names_the_file(string model, string file)
    {
        var recording = Repository.Sample;
        CopyModel(Repository.Model);
        CopyModel(Repository.Detector);
        Damage(Path.Combine(_folder["models"], model, file));

        var result = await RunAsync("transcribe", recording, "--model", Repository.Model);

        result.AssertEnded(3);
        Assert.Contains(file, Assert.Single(result.Failures), StringComparison.Ordinal);
        Assert.Single(result.ErrorLines);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Detector_is_no_model_to_transcribe_with()
    {
        var result = await RunAsync("transcribe", Repository.Sample, "--model", Repository.Detector);

        result.AssertEnded(3);
        Assert.Contains("Choose one of: moonshine-base, moonshine-tiny.", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    // The length stays, so that the model counts as installed and is loaded.
    private static void Damage(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        var bytes = new byte[4096];
        Array.Fill(bytes, (byte)0xFF);
        file.Write(bytes);
    }

    private string CopyModel(string id)
    {
        var target = Path.Combine(_folder["models"], id);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Repository.ModelFolder(id)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => RunningProgram.RunAsync(arguments, new() { ["LECTERN_DATA"] = _folder.Path });
}
