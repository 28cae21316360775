using CsCheck;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class AudioDecoderStreamTests : IDisposable
{
    private readonly AudioClips _clips = new();

    public void Dispose() => _clips.Dispose();

    [Theory]
    [InlineData("short.wav", "-ar 16000")]
    [InlineData("stereo.wav", "-ar 8000 -ac 2")]
    [InlineData("short.mp3", "-c:a libmp3lame -b:a 32k")]
    [InlineData("short.flac", "-ar 16000")]
    [InlineData("short.ogg", "-c:a libvorbis")]
    [InlineData("short.webm", "-c:a libopus")]
    [InlineData("short.wma", "-c:a wmav2")]
    [InlineData("short.aiff", "-ar 8000")]
    [InlineData("indexlast.m4a", "-c:a aac")]
    [InlineData("faststart.m4a", "-c:a aac -movflags +faststart")]
    public async Task Samples_do_not_depend_on_how_the_bytes_arrive(string name, string encoding)
    {
        var path = await _clips.MakeAsync(
            name, ["-f", "lavfi", "-i", "anoisesrc=r=44100:d=0.7:a=0.4:seed=3", "-bitexact", .. encoding.Split(' ')]);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var decoder = new AudioDecoder();
        var expected = await decoder.CollectAsync(new MemoryStream(bytes), name);

        var byByte = await decoder.CollectAsync(new ArrivingStream(bytes, () => 1), name);

        Assert.Equal(expected, byByte);
        await Gen.Int[1, 65_536].Array[1, 20].SampleAsync(
            async sizes =>
            {
                var turn = 0;
                var pieces = await decoder.CollectAsync(new ArrivingStream(bytes, () => sizes[turn++ % sizes.Length]), name);
                return expected.AsSpan().SequenceEqual(pieces);
            },
            iter: 5, threads: 1);
    }

    [Theory]
    [InlineData("live.wav", "-ar 16000")]
    [InlineData("live.webm", "-c:a libopus -b:a 64k -cluster_time_limit 500")]
    [InlineData("live.mp3", "-c:a libmp3lame")]
    public async Task First_chunks_come_while_the_recording_still_runs(string name, string encoding)
    {
        var path = await _clips.MakeAsync(
            name, ["-f", "lavfi", "-i", "anoisesrc=r=48000:d=30:a=0.4:seed=3", .. encoding.Split(' ')]);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var stream = new ArrivingStream(bytes, () => 5_000, gateAt: bytes.Length / 2);
        await using var chunks = new AudioDecoder().DecodeAsync(stream, name, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var samples = 0L;

        while (samples < 12 * SampleClock.Rate && await chunks.MoveNextAsync())
            samples += chunks.Current.Samples.Length;
        var beforeGate = samples;
        stream.OpenGate();
        while (await chunks.MoveNextAsync())
            samples += chunks.Current.Samples.Length;

        Assert.Equal(12 * SampleClock.Rate, beforeGate);
        Assert.InRange(samples, (30 * SampleClock.Rate) - 2000, (30 * SampleClock.Rate) + 2000);
    }

    [Fact]
    public async Task Recording_with_its_index_last_is_decoded_from_a_private_copy_that_leaves_nothing_behind()
    {
        var path = await _clips.ToneAsync("camera.mp4", "-c:a", "aac");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var folder = Directory.CreateDirectory(Path.Combine(_clips.Folder, "copies")).FullName;
        var decoder = new AudioDecoder(new AudioDecoderOptions { TemporaryFolder = folder });
        var samples = 0;

        await foreach (var chunk in decoder.DecodeAsync(new ArrivingStream(bytes, () => 777), "camera.mp4", TestContext.Current.CancellationToken))
        {
            samples += chunk.Samples.Length;
            if (OperatingSystem.IsLinux())
                Assert.Empty(Directory.GetFileSystemEntries(folder));
        }

        Assert.InRange(samples, 3 * SampleClock.Rate, (3 * SampleClock.Rate) + 2000);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Copy_larger_than_allowed_is_refused_and_leaves_nothing_behind()
    {
        var path = await _clips.ToneAsync("camera.mp4", "-c:a", "aac");
        var folder = Directory.CreateDirectory(Path.Combine(_clips.Folder, "copies")).FullName;
        var decoder = new AudioDecoder(new AudioDecoderOptions { TemporaryFolder = folder, MaxTemporaryBytes = 5_000 });
        await using var file = File.OpenRead(path);

        var error = await Assert.ThrowsAsync<AudioException>(() => decoder.CollectAsync(file, "camera.mp4"));

        Assert.Contains("“camera.mp4” keeps its index at its end", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Copy_into_a_folder_that_is_not_there_is_a_clear_error()
    {
        var path = await _clips.ToneAsync("camera.mp4", "-c:a", "aac");
        var decoder = new AudioDecoder(new AudioDecoderOptions { TemporaryFolder = Path.Combine(_clips.Folder, "absent") });
        await using var file = File.OpenRead(path);

        var error = await Assert.ThrowsAsync<AudioException>(() => decoder.CollectAsync(file, "camera.mp4"));

        Assert.Contains("absent", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wav", SampleClock.Rate)]
    [InlineData("mp4", 0)]
    public async Task Failure_of_the_source_is_passed_on_after_the_sound_before_it(string ending, int leastSamples)
    {
        var path = await _clips.ToneAsync("upload." + ending, "-ar", "16000");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var stream = new ArrivingStream(bytes, () => 4096, gateAt: bytes.Length / 2) { Failure = new IOException("The connection was lost.") };
        stream.OpenGate();
        var samples = 0;

        async Task DecodeAsync()
        {
            await foreach (var chunk in new AudioDecoder().DecodeAsync(stream, "upload", TestContext.Current.CancellationToken))
                samples += chunk.Samples.Length;
        }

        var error = await Assert.ThrowsAsync<IOException>(DecodeAsync);
        Assert.Same(stream.Failure, error);
        Assert.InRange(samples, leastSamples, 2 * SampleClock.Rate);
    }

    [Fact]
    public async Task Source_that_goes_on_is_let_go_when_its_bytes_are_no_recording()
    {
        var text = "This is no recording. "u8.ToArray();
        var bytes = Enumerable.Repeat(text, 100_000).SelectMany(line => line).ToArray();
        var stream = new ArrivingStream([.. bytes, .. bytes, .. bytes, .. bytes], () => 65_536, gateAt: 4 * bytes.Length);

        var error = await Assert.ThrowsAsync<AudioException>(() => new AudioDecoder().CollectAsync(stream, "notes"));

        Assert.StartsWith("“notes” is not a recording", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_pipe_is_decoded_as_a_stream()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /dev/stdin-like paths of Linux.");
        var path = await _clips.ToneAsync("tone.wav");
        var pipe = Path.Combine(_clips.Folder, "pipe");
        using var make = System.Diagnostics.Process.Start("mkfifo", [pipe]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        var writing = Task.Run(
            async () =>
            {
                await using var output = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                await output.WriteAsync(await File.ReadAllBytesAsync(path));
            },
            TestContext.Current.CancellationToken);

        var samples = await new AudioDecoder().CollectFileAsync(pipe);

        await writing;
        Assert.Equal(3 * SampleClock.Rate, samples.Length);
    }
}
