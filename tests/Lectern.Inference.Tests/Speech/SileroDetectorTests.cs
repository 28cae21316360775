using Lectern.Inference.Speech;
using Lectern.Inference.Tests.Catalog;
using Lectern.Inference.Tests.Models;
using Lectern.Inference.Tests.Seq2Seq;

namespace Lectern.Inference.Tests.Speech;

public sealed class SileroDetectorTests
{
    private const int Second = SampleClock.Rate;

    private static readonly double[] Tones = [261.6, 329.6, 392.0];

    [Fact]
    public void Silence_noise_and_a_chord_are_no_speech()
    {
        using var model = InstalledModels.LoadSilero();

        Assert.All(Detect(model, new float[3 * Second]), probability => Assert.InRange(probability, 0, 0.35f));
        Assert.All(Detect(model, PinkNoise(3 * Second)).Skip(10), probability => Assert.InRange(probability, 0, 0.35f));
        Assert.True(Detect(model, Chord(3 * Second)).Average() < 0.35);
    }

    [Fact]
    public async Task Somebody_who_reads_aloud_is_speech()
    {
        using var model = InstalledModels.LoadSilero();
        var speech = await InstalledModels.HearAsync("dev/LJ001-0004.flac");

        var probabilities = Detect(model, speech);

        Assert.True(probabilities.Count(probability => probability > 0.5) > 0.7 * probabilities.Length);
    }

    [Fact]
    public async Task Stream_gives_the_same_windows_however_it_is_cut()
    {
        using var model = InstalledModels.LoadSilero();
        var speech = await InstalledModels.HearAsync("dev/LJ001-0004.flac");
        float[] audio = [.. speech, .. new float[3 * Second], .. speech];

        var whole = await WindowsAsync(model, audio, audio.Length);
        var pieces = await WindowsAsync(model, audio, 777);

        Assert.Equal(2, whole.Count);
        Assert.All(whole, window => Assert.NotEmpty(window.Speech));
        Assert.Equal(whole.Select(window => (window.StartSample, window.EndSample)), pieces.Select(window => (window.StartSample, window.EndSample)));
        Assert.Equal(whole.SelectMany(window => window.Speech), pieces.SelectMany(window => window.Speech));
        Assert.All(whole, window => Assert.Equal(audio[(int)window.StartSample..(int)window.EndSample], window.Samples));
    }

    [Fact]
    public async Task Recording_is_heard_to_its_end()
    {
        using var model = InstalledModels.LoadSilero();
        var heard = new List<TimeSpan>();
        var audio = InstalledModels.Chunks(new float[2500], 1000);

        await foreach (var window in new SpeechWindows(model, new WindowOptions()).ReadAsync(audio, heard.Add, TestContext.Current.CancellationToken))
            Assert.Fail($"Window {window.Index} in silence.");

        Assert.Equal([1000, 2000, 2500], heard.Select(SampleClock.ToSample));
    }

    [Fact]
    public void Frame_of_another_length_is_refused()
    {
        using var model = InstalledModels.LoadSilero();
        using var detector = new SileroDetector(model);

        Assert.Throws<ArgumentException>(() => detector.Detect(new float[SileroDetector.FrameSamples - 1]));
    }

    [Fact]
    public void Files_that_are_no_detector_are_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["text.onnx"], "no model");
        File.WriteAllBytes(folder["empty.onnx"], []);
        File.WriteAllBytes(folder["other.onnx"], CountingModel.EncoderFile());

        foreach (var file in new[] { "text.onnx", "empty.onnx", "other.onnx", "missing.onnx" })
            Assert.Contains(folder[file], Assert.Throws<ModelException>(() => SileroModel.Load(folder[file])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncated_detector_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["cut.onnx"], File.ReadAllBytes(InstalledModels.SileroFile)[..100_000]);

        Assert.Contains(folder["cut.onnx"], Assert.Throws<ModelException>(() => SileroModel.Load(folder["cut.onnx"])).Message, StringComparison.Ordinal);
    }

    private static float[] Detect(SileroModel model, float[] samples)
    {
        using var detector = new SileroDetector(model);
        return [.. samples.Chunk(SileroDetector.FrameSamples).Where(frame => frame.Length == SileroDetector.FrameSamples).Select(frame => detector.Detect(frame))];
    }

    private static async Task<List<AudioWindow>> WindowsAsync(SileroModel model, float[] audio, int chunkSamples)
    {
        var windows = new List<AudioWindow>();
        var chunks = InstalledModels.Chunks(audio, chunkSamples);
        await foreach (var window in new SpeechWindows(model, new WindowOptions()).ReadAsync(chunks, _ => { }, TestContext.Current.CancellationToken))
            windows.Add(window);
        return windows;
    }

    /// <summary>White noise filtered to a spectrum that falls by 3 dB an octave, by a sum of three low-passes.</summary>
    private static float[] PinkNoise(int samples)
    {
        var noise = new float[samples];
        var state = 12345u;
        double slow = 0, middle = 0, fast = 0;
        for (var i = 0; i < samples; i++)
        {
            state = (state * 1664525) + 1013904223;
            var white = (state / (double)uint.MaxValue) - 0.5;
            slow += 0.01 * (white - slow);
            middle += 0.1 * (white - middle);
            fast += 0.5 * (white - fast);
            noise[i] = (float)(0.2 * (slow * 10 + middle * 3 + fast));
        }

        return noise;
    }

    /// <summary>A chord of decaying tones that is struck twice a second.</summary>
    private static float[] Chord(int samples) =>
        [.. Enumerable.Range(0, samples).Select(i =>
        {
            var struck = i % (Second / 2) / (double)Second;
            return (float)(0.15 * Math.Exp(-4 * struck) * Tones.Sum(tone => Math.Sin(2 * Math.PI * tone * i / Second)));
        })];
}
