using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class AudioProbeTests : IDisposable
{
    private readonly AudioClips _clips = new();

    public void Dispose() => _clips.Dispose();

    [Theory]
    [InlineData("tone.wav", "-c:a pcm_s16le -ac 2", "wav", "pcm_s16le", 2, 44_100)]
    [InlineData("tone.mp3", "-c:a libmp3lame", "mp3", "mp3", 1, 44_100)]
    [InlineData("tone.flac", "-ar 96000", "flac", "flac", 1, 96_000)]
    [InlineData("tone.webm", "-c:a libopus", "matroska,webm", "opus", 1, 48_000)]
    [InlineData("tone.m4a", "-c:a aac", "mov,mp4,m4a,3gp,3g2,mj2", "aac", 1, 44_100)]
    [InlineData("tone.wma", "-c:a wmav2", "asf", "wmav2", 1, 44_100)]
    public async Task File_tells_its_length_codec_container_channels_and_rate(
        string name, string encoding, string container, string codec, int channels, int rate)
    {
        var path = await _clips.ToneAsync(name, encoding.Split(' '));

        var info = await new AudioProbe().ProbeFileAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal((container, codec, channels, rate), (info.Container, info.Codec, info.Channels, info.SampleRate));
        Assert.NotNull(info.Duration);
        Assert.Equal(3, info.Duration.Value.TotalSeconds, 0.15);
    }

    [Fact]
    public async Task Length_is_null_where_the_recording_does_not_tell_it()
    {
        var (_, bytes, _) = await AudioClips.RunAsync("-f", "lavfi", "-i", AudioClips.Tone, "-c:a", "libopus", "-f", "webm", "-live", "1", "-");
        Assert.SkipWhen(bytes.Length == 0, "This ffmpeg lacks the Opus encoder.");
        var path = Path.Combine(_clips.Folder, "recorder.webm");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        var info = await new AudioProbe().ProbeFileAsync(path, TestContext.Current.CancellationToken);

        Assert.Null(info.Duration);
        Assert.Equal("opus", info.Codec);
    }

    [Fact]
    public async Task Of_two_tracks_the_one_that_is_decoded_is_described()
    {
        var path = await _clips.MakeAsync(
            "two.mkv", "-f", "lavfi", "-i", "aevalsrc=0.1*sin(2*PI*440*t):s=48000:d=1", "-f", "lavfi", "-i", "aevalsrc=0.5*sin(2*PI*880*t)|0.5*sin(2*PI*880*t):s=48000:d=1",
            "-map", "0", "-map", "1", "-c:a", "flac", "-disposition:a:0", "0", "-disposition:a:1", "0");

        var info = await new AudioProbe().ProbeFileAsync(path, TestContext.Current.CancellationToken);
        var samples = await new AudioDecoder().CollectFileAsync(path);

        Assert.Equal(2, info.Channels);
        Assert.Equal(0.5, AudioClips.ToneAmplitude(samples, 880), 0.02);
    }

    [Fact]
    public async Task Video_without_sound_is_told()
    {
        var path = await _clips.MakeAsync("silent.mp4", "-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-c:v", "mpeg4");

        var probe = await Assert.ThrowsAsync<AudioException>(() => new AudioProbe().ProbeFileAsync(path, TestContext.Current.CancellationToken));
        var decode = await Assert.ThrowsAsync<AudioException>(() => new AudioDecoder().CollectFileAsync(path));

        Assert.Contains("silent.mp4” has no audio track.", probe.Message, StringComparison.Ordinal);
        Assert.Equal(probe.Message, decode.Message);
    }

    [Fact]
    public async Task Codec_that_is_not_allowed_is_told()
    {
        var path = await _clips.ToneAsync("dts.mkv", "-c:a", "dca", "-strict", "-2", "-ar", "48000", "-ac", "2");

        var error = await Assert.ThrowsAsync<AudioException>(() => new AudioDecoder().CollectFileAsync(path));

        Assert.Contains("dts.mkv” uses an audio codec that Lectern does not decode.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("absent.mp3", "was not found")]
    [InlineData("", "is a folder")]
    [InlineData("empty.mp3", "is empty")]
    [InlineData("text.mp3", "is not a recording")]
    public async Task File_that_cannot_be_read_is_told_alike_by_probe_and_decoder(string name, string expected)
    {
        await AudioClips.RunAsync("-version");
        var path = Path.Combine(_clips.Folder, name);
        await File.WriteAllTextAsync(Path.Combine(_clips.Folder, "empty.mp3"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_clips.Folder, "text.mp3"), "Just some words.\n", TestContext.Current.CancellationToken);

        var probe = await Assert.ThrowsAsync<AudioException>(() => new AudioProbe().ProbeFileAsync(path, TestContext.Current.CancellationToken));
        var decode = await Assert.ThrowsAsync<AudioException>(() => new AudioDecoder().CollectFileAsync(path));

        Assert.Contains(expected, probe.Message, StringComparison.Ordinal);
        Assert.Equal(probe.Message, decode.Message);
    }
}
