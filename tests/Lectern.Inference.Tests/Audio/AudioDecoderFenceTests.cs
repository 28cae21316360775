using System.Diagnostics;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class AudioDecoderFenceTests : IDisposable
{
    private readonly AudioClips _clips = new();

    public void Dispose() => _clips.Dispose();

    [Theory]
    [InlineData("ffconcat version 1.0\nfile 'secret.wav'\n")]
    [InlineData("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nsecret.wav\n#EXT-X-ENDLIST\n")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nhttp://127.0.0.1:9/secret.wav\n#EXT-X-ENDLIST\n")]
    [InlineData("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n")]
    [InlineData("<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period><AdaptationSet><Representation><BaseURL>secret.wav</BaseURL></Representation></AdaptationSet></Period></MPD>\n")]
    [InlineData("1\n00:00:00,000 --> 00:00:02,000\nA subtitle.\n\n")]
    [InlineData("[Script Info]\nScriptType: v4.00+\n")]
    public async Task Text_that_makes_ffmpeg_open_other_files_is_refused(string text)
    {
        await _clips.ToneAsync("secret.wav");
        var path = Path.Combine(_clips.Folder, "lecture.mp3");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        await using var stream = File.OpenRead(path);
        var decoder = new AudioDecoder();

        var fromFile = await Assert.ThrowsAsync<AudioException>(() => decoder.CollectFileAsync(path));
        var fromStream = await Assert.ThrowsAsync<AudioException>(() => decoder.CollectAsync(stream, path));
        var fromProbe = await Assert.ThrowsAsync<AudioException>(() => new AudioProbe().ProbeFileAsync(path, TestContext.Current.CancellationToken));

        Assert.All([fromFile, fromStream, fromProbe], error => Assert.Contains("lecture.mp3” is not a recording", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_ffmpeg_would_have_opened_the_other_file()
    {
        await _clips.ToneAsync("secret.wav");
        var path = Path.Combine(_clips.Folder, "lecture.mp3");
        await File.WriteAllTextAsync(path, "ffconcat version 1.0\nfile 'secret.wav'\n", TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await AudioClips.RunAsync("-i", path, "-f", "s16le", "-");

        Assert.Equal(0, exitCode);
        Assert.Equal(3 * 44_100 * 2, output.Length);
    }

    [Fact]
    public async Task Kernel_holds_the_limits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "prlimit is not installed.");
        var options = new AudioDecoderOptions { MaxMemoryBytes = 128L << 20, MaxProcessorTime = TimeSpan.FromSeconds(90) };
        var start = FencedProgram.Describe("/bin/sh", ["-c", "ulimit -d; ulimit -t; ulimit -f; ulimit -c"], options);

        using var process = Process.Start(start)!;
        var limits = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal([(128 << 10).ToString(), "90", "0", "0"], limits.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Recording_longer_than_allowed_yields_what_is_allowed_and_then_fails()
    {
        var path = await _clips.ToneAsync("long.wav");
        var decoder = new AudioDecoder(new AudioDecoderOptions { MaxDuration = TimeSpan.FromSeconds(1.5) });
        var samples = 0;

        async Task DecodeAsync()
        {
            await foreach (var chunk in decoder.DecodeFileAsync(path, TestContext.Current.CancellationToken))
                samples += chunk.Samples.Length;
        }

        var error = await Assert.ThrowsAsync<AudioException>(DecodeAsync);
        Assert.Equal(24_000, samples);
        Assert.Contains("long.wav” is longer than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_of_exactly_the_allowed_length_is_decoded()
    {
        var path = await _clips.ToneAsync("exact.wav");
        var decoder = new AudioDecoder(new AudioDecoderOptions { MaxDuration = TimeSpan.FromSeconds(3) });

        var samples = await decoder.CollectFileAsync(path);

        Assert.Equal(3 * SampleClock.Rate, samples.Length);
    }

    [Fact]
    public async Task Smallest_memory_limit_is_enough_for_an_ordinary_recording()
    {
        var path = await _clips.ToneAsync("tone.flac");
        var decoder = new AudioDecoder(new AudioDecoderOptions { MaxMemoryBytes = 64L << 20 });

        var samples = await decoder.CollectFileAsync(path);

        Assert.Equal(3 * SampleClock.Rate, samples.Length);
    }
}
