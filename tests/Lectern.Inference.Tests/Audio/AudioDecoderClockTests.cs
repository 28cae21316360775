using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class AudioDecoderClockTests : IDisposable
{
    private const int Second = SampleClock.Rate;

    private readonly AudioClips _clips = new();

    public void Dispose() => _clips.Dispose();

    [Fact]
    public async Task Gap_in_the_timestamps_is_silence_so_that_what_follows_keeps_its_time()
    {
        var path = await _clips.MakeAsync(
            "slept.webm", "-f", "lavfi", "-i", "aevalsrc=0.5*sin(2*PI*440*t):s=48000:d=10", "-af", "aselect='lt(t,3)+gt(t,6)'", "-c:a", "libopus");

        var samples = await new AudioDecoder().CollectFileAsync(path);

        Assert.InRange(samples.Length, 10 * Second - 1000, 10 * Second + 1000);
        Assert.Equal(0.35, AudioClips.Rms(samples.AsSpan(0, 29 * Second / 10)), 0.02);
        Assert.Equal(0, AudioClips.Rms(samples.AsSpan(32 * Second / 10, 26 * Second / 10)), 0.001);
        Assert.Equal(0.35, AudioClips.Rms(samples.AsSpan(62 * Second / 10, 3 * Second)), 0.02);
    }

    [Fact]
    public async Task Sound_that_starts_after_the_picture_keeps_its_time()
    {
        var path = await _clips.MakeAsync(
            "late.mp4", "-f", "lavfi", "-i", "testsrc=d=5:s=64x64", "-itsoffset", "1.5", "-f", "lavfi", "-i", AudioClips.Tone, "-c:v", "mpeg4", "-c:a", "aac");

        var samples = await new AudioDecoder().CollectFileAsync(path);

        Assert.Equal(0, AudioClips.Rms(samples.AsSpan(0, 14 * Second / 10)), 0.001);
        Assert.Equal(0.35, AudioClips.Rms(samples.AsSpan(16 * Second / 10, 2 * Second)), 0.02);
        Assert.InRange(samples.Length, 45 * Second / 10 - 1000, 45 * Second / 10 + 2000);
    }

    [Theory]
    [InlineData("webm")]
    [InlineData("ogg")]
    public async Task Recordings_appended_to_each_other_are_all_heard(string ending)
    {
        var first = await _clips.MakeAsync("first." + ending, "-f", "lavfi", "-i", "aevalsrc=0.5*sin(2*PI*440*t):s=48000:d=3", "-c:a", "libopus");
        var second = await _clips.MakeAsync("second." + ending, "-f", "lavfi", "-i", "aevalsrc=0.5*sin(2*PI*880*t):s=48000:d=5", "-c:a", "libopus");
        byte[] both = [.. await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken), .. await File.ReadAllBytesAsync(second, TestContext.Current.CancellationToken)];

        var samples = await new AudioDecoder().CollectAsync(new ArrivingStream(both, () => 3000), "both");

        Assert.InRange(samples.Length, 8 * Second - 1000, 8 * Second + 1000);
        Assert.Equal(0.5, AudioClips.ToneAmplitude(samples.AsSpan(Second, Second), 440), 0.02);
        Assert.Equal(0.5, AudioClips.ToneAmplitude(samples.AsSpan(4 * Second, 3 * Second), 880), 0.02);
    }
}
