using Lectern.Inference.Models;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Speech;
using Lectern.Inference.Tests.Catalog;

namespace Lectern.Inference.Tests.Models;

public sealed class MoonshineTranscriberTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batch_of_windows_of_different_length_gives_the_same_texts_as_one_at_a_time()
    {
        using var transcriber = InstalledModels.LoadTiny();
        AudioWindow[] windows =
        [
            Window(0, await InstalledModels.HearAsync("dev/LJ001-0008.mp3")),
            Window(1, await InstalledModels.HearAsync("dev/LJ001-0005.mp3")),
            Window(2, new float[1600]),
            Window(3, await InstalledModels.HearAsync("dev/LJ001-0004.flac")),
        ];

        var together = transcriber.Transcribe(windows, Cancellation);
        var alone = windows.Select(window => transcriber.Transcribe([window], Cancellation)[0]).ToList();

        Assert.Equal(alone.Select(text => text.Text), together.Select(text => text.Text));
        Assert.All(alone.Zip(together), pair => Assert.Equal(pair.First.MeanLogProbability, pair.Second.MeanLogProbability, 3));
        Assert.Contains("never been surpassed", together[0].Text, StringComparison.Ordinal);
        Assert.All(together.Where(text => text.Text.Length > 0), text => Assert.True(text is { IsFlagged: false, MeanLogProbability: > -0.6 and <= 0 }));
    }

    [Fact]
    public void Silence_is_empty_and_not_flagged()
    {
        using var transcriber = InstalledModels.LoadTiny();

        var text = Assert.Single(transcriber.Transcribe([Window(0, new float[2 * SampleClock.Rate], isSpeech: false)], Cancellation));

        Assert.Equal("", text.Text);
        Assert.False(text.IsFlagged);
    }

    [Fact]
    public void Window_of_a_single_sample_is_transcribed()
    {
        using var transcriber = InstalledModels.LoadTiny();

        Assert.Single(transcriber.Transcribe([Window(0, new float[1], isSpeech: false)], Cancellation));
    }

    [Fact]
    public void Window_that_is_too_long_is_refused()
    {
        using var transcriber = InstalledModels.LoadTiny();

        var error = Assert.Throws<ArgumentException>(() => transcriber.Transcribe([Window(4, new float[(30 * SampleClock.Rate) + 1])], Cancellation));

        Assert.Contains("Window 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_transcription_ends()
    {
        using var transcriber = InstalledModels.LoadTiny();

        Assert.Throws<OperationCanceledException>(() => transcriber.Transcribe([Window(0, new float[SampleClock.Rate])], new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("encoder_model.onnx")]
    [InlineData("decoder_model_merged.onnx")]
    [InlineData("tokenizer.json")]
    public void Missing_file_is_named(string file)
    {
        using var folder = CopyOfTiny();
        File.Delete(folder[file]);

        AssertNamed(file, folder);
    }

    [Theory]
    [InlineData("encoder_model.onnx", 0)]
    [InlineData("encoder_model.onnx", 100_000)]
    [InlineData("decoder_model_merged.onnx", 1_000_000)]
    [InlineData("tokenizer.json", 0)]
    [InlineData("tokenizer.json", 100_000)]
    public void File_that_is_cut_off_is_named(string file, int length)
    {
        using var folder = CopyOfTiny();
        Replace(folder[file], File.ReadAllBytes(folder[file])[..length]);

        AssertNamed(file, folder);
    }

    [Fact]
    public void Files_that_were_swapped_are_named()
    {
        using var folder = CopyOfTiny();
        Replace(folder["decoder_model_merged.onnx"], File.ReadAllBytes(folder["encoder_model.onnx"]));

        AssertNamed("decoder_model_merged.onnx", folder);
    }

    [Fact]
    public void Missing_folder_is_named()
    {
        var error = Assert.Throws<ModelException>(() => ModelFolder.Open("/no/such/folder"));

        Assert.Contains("/no/such/folder", error.Message, StringComparison.Ordinal);
    }

    private static void AssertNamed(string file, TemporaryFolder folder)
    {
        var error = Assert.Throws<ModelException>(() => MoonshineTranscriber.Load(ModelFolder.Open(folder.Path)).Dispose());

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
    }

    private static TemporaryFolder CopyOfTiny()
    {
        var source = InstalledModels.TinyFolder;
        var folder = new TemporaryFolder();
        foreach (var file in new[] { "encoder_model.onnx", "decoder_model_merged.onnx", "tokenizer.json" })
            File.CreateSymbolicLink(folder[file], Path.Combine(source, file));
        return folder;
    }

    /// <summary>Puts a file in the place of the link, so that the installed model stays as it is.</summary>
    private static void Replace(string file, byte[] bytes)
    {
        File.Delete(file);
        File.WriteAllBytes(file, bytes);
    }

    private static AudioWindow Window(int index, float[] samples, bool isSpeech = true) => new()
    {
        Index = index,
        StartSample = 0,
        Samples = samples,
        Speech = isSpeech && samples.Length > SampleClock.Rate ? [new SpeechSpan(0, samples.Length)] : [new SpeechSpan(0, Math.Min(samples.Length, 1600))],
    };
}
