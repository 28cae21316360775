using System.Diagnostics;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class AudioDecoderProcessTests : IDisposable
{
    private readonly AudioClips _clips = new();

    // The kernel shows fifteen characters of a program's name.
    private readonly string _program = $"ff{Guid.NewGuid():N}"[..15];

    public void Dispose() => _clips.Dispose();

    [Fact]
    public async Task Cancelling_kills_ffmpeg_even_while_nobody_reads()
    {
        var (decoder, stream) = await WaitingDecoderAsync();
        using var cancel = new CancellationTokenSource();
        await using var chunks = decoder.DecodeAsync(stream, "live", cancel.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await chunks.MoveNextAsync();
        using var ffmpeg = Process.GetProcessById(Assert.Single(FindProgram()));

        await cancel.CancelAsync();

        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chunks.MoveNextAsync().AsTask());
        Assert.Empty(FindProgram());
    }

    [Fact]
    public async Task Cancelling_a_pending_read_ends_it_and_ffmpeg()
    {
        var (decoder, stream) = await WaitingDecoderAsync();
        using var cancel = new CancellationTokenSource();
        var decoding = Task.Run(
            async () =>
            {
                await foreach (var chunk in decoder.DecodeAsync(stream, "live", cancel.Token))
                    Assert.False(chunk.Samples.IsEmpty);
            },
            TestContext.Current.CancellationToken);
        await stream.ReachedGate;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decoding);
        Assert.Empty(FindProgram());
    }

    [Fact]
    public async Task Leaving_the_enumeration_early_leaves_no_ffmpeg()
    {
        var (decoder, stream) = await WaitingDecoderAsync();
        var running = 0;

        await foreach (var chunk in decoder.DecodeAsync(stream, "live", TestContext.Current.CancellationToken))
        {
            Assert.Equal(0, chunk.StartSample);
            running = FindProgram().Count;
            break;
        }

        Assert.Equal(1, running);
        Assert.Empty(FindProgram());
    }

    [Fact]
    public async Task Leaving_a_file_early_leaves_no_ffmpeg()
    {
        var (decoder, _) = await WaitingDecoderAsync();
        var path = Path.Combine(_clips.Folder, "live.wav");

        await foreach (var chunk in decoder.DecodeFileAsync(path, TestContext.Current.CancellationToken))
        {
            Assert.Equal(0, chunk.StartSample);
            break;
        }

        Assert.Empty(FindProgram());
    }

    [Fact]
    public async Task Ffmpeg_that_does_nothing_with_its_input_is_stopped()
    {
        var time = new ManualTime();
        var decoder = new AudioDecoder(new AudioDecoderOptions { FfmpegPath = Script("exec sleep 1000") }, time);
        var decoding = decoder.CollectAsync(new MemoryStream(new byte[1 << 20]), "stuck");

        // Input may still have moved until the first time; from the second on it has not.
        await time.FireNextAsync();
        await Task.WhenAny(decoding, time.FireNextAsync());

        var error = await Assert.ThrowsAsync<AudioException>(() => decoding);
        Assert.Contains("“stuck” made no progress for 120 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_of_a_live_recording_is_no_stall()
    {
        var path = await _clips.ToneAsync("live.wav", "-ar", "16000");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var stream = new ArrivingStream(bytes, () => 4096, gateAt: bytes.Length / 2);
        var time = new ManualTime();
        var decoding = new AudioDecoder(timeProvider: time).CollectAsync(stream, "live");
        await stream.ReachedGate;

        for (var pause = 0; pause < 10; pause++)
            await time.FireNextAsync();
        stream.OpenGate();

        Assert.Equal(3 * SampleClock.Rate, (await decoding).Length);
    }

    [Fact]
    public async Task Missing_ffmpeg_is_told_with_how_to_get_it()
    {
        var options = new AudioDecoderOptions { FfmpegPath = "no-such-ffmpeg", FfprobePath = "/no/such/ffprobe" };
        var path = Path.Combine(_clips.Folder, "any.wav");
        await File.WriteAllTextAsync(path, "RIFF", TestContext.Current.CancellationToken);

        var decode = await Assert.ThrowsAsync<AudioException>(() => new AudioDecoder(options).CollectFileAsync(path));
        var probe = await Assert.ThrowsAsync<AudioException>(() => new AudioProbe(options).ProbeFileAsync(path, TestContext.Current.CancellationToken));

        Assert.Contains("“no-such-ffmpeg” was not found", decode.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install ffmpeg", decode.Message, StringComparison.Ordinal);
        Assert.Contains("“/no/such/ffprobe” was not found", probe.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kill -SEGV $$", "made ffmpeg crash (signal 11)")]
    [InlineData("kill -KILL $$", "stopped by a limit of processor time or memory")]
    [InlineData("cat >/dev/null; echo 'x: Cannot allocate memory' >&2; exit 1", "needs more memory")]
    [InlineData("cat >/dev/null; exit 0", "holds no sound")]
    public async Task End_of_ffmpeg_without_sound_is_explained(string script, string expected)
    {
        var decoder = new AudioDecoder(new AudioDecoderOptions { FfmpegPath = Script(script) });

        var error = await Assert.ThrowsAsync<AudioException>(() => decoder.CollectAsync(new MemoryStream([1, 2, 3]), "talk"));

        Assert.StartsWith("“talk” ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_after_some_sound_tells_how_far_it_came()
    {
        await _clips.MakeAsync("out.wav", "-f", "lavfi", "-i", "aevalsrc=0:s=16000:d=75", "-c:a", "pcm_f32le");
        var decoder = new AudioDecoder(new AudioDecoderOptions { FfmpegPath = Script($"cat '{_clips.Folder}/out.wav'; echo broken >&2; exit 69") });
        var samples = 0;

        async Task DecodeAsync()
        {
            await foreach (var chunk in decoder.DecodeAsync(new MemoryStream([1, 2, 3]), "talk", TestContext.Current.CancellationToken))
                samples += chunk.Samples.Length;
        }

        var error = await Assert.ThrowsAsync<AudioException>(DecodeAsync);
        Assert.Equal(75 * SampleClock.Rate, samples);
        Assert.StartsWith("“talk” could be decoded only as far as 0:01:15: from there on it is damaged.", error.Message, StringComparison.Ordinal);
    }

    private async Task<(AudioDecoder Decoder, ArrivingStream Stream)> WaitingDecoderAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/ffmpeg"), "Looks for processes in Linux's /proc.");
        var path = await _clips.MakeAsync("live.wav", "-f", "lavfi", "-i", "aevalsrc=0.5*sin(2*PI*440*t):s=16000:d=60");
        var link = Path.Combine(_clips.Folder, _program);
        File.CreateSymbolicLink(link, "/usr/bin/ffmpeg");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var stream = new ArrivingStream(bytes, () => 4096, gateAt: bytes.Length / 2);
        return (new AudioDecoder(new AudioDecoderOptions { FfmpegPath = link }), stream);
    }

    // Processes by the program's unique name, zombies included.
    private List<int> FindProgram()
    {
        var found = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                continue;
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "stat")).Contains($"({_program})", StringComparison.Ordinal))
                    found.Add(id);
            }
            catch (IOException)
            {
                // Another process, which ended just now.
            }
        }

        return found;
    }

    private string Script(string body)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Stands in for ffmpeg with a shell script.");
        var path = Path.Combine(_clips.Folder, _program);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
