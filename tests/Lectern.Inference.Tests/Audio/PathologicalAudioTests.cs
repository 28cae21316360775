using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class PathologicalAudioTests
{
    [Theory]
    [MemberData(nameof(SharedAudio.Pathological), MemberType = typeof(SharedAudio))]
    public async Task Odd_recording_decodes_or_fails_as_expected(string file, string expect, double seconds)
    {
        var path = SharedAudio.PathOf(file);
        await using var stream = File.OpenRead(path);
        var decoder = new AudioDecoder();

        var fromFile = await OutcomeAsync(decoder.DecodeFileAsync(path, TestContext.Current.CancellationToken));
        var fromStream = await OutcomeAsync(decoder.DecodeAsync(stream, Path.GetFileName(path), TestContext.Current.CancellationToken));

        foreach (var (samples, error) in new[] { fromFile, fromStream })
        {
            // A damaged FLAC may also yield what is left of it.
            if (string.Equals(expect, "error", StringComparison.Ordinal) && !file.Contains("bitflips", StringComparison.Ordinal))
            {
                Assert.NotNull(error);
                Assert.Equal(0, samples);
                AssertIsSentence(error.Message, file);
            }
            else
            {
                Assert.Null(error);
                Assert.InRange(samples / (double)SampleClock.Rate, LeastSeconds(file, seconds), seconds + 0.15);
            }
        }
    }

    [Fact]
    public async Task Tenth_of_a_second_is_1600_samples()
    {
        var path = SharedAudio.PathOf("dev/pathological/speech-0.1s.wav");

        var samples = await new AudioDecoder().CollectFileAsync(path);

        Assert.Equal(1600, samples.Length);
    }

    [Theory]
    [InlineData("stereo-antiphase.wav", "0")]
    [InlineData("stereo-right-silent.wav", "0")]
    [InlineData("surround51-centre-only.wav", "2")]
    public async Task Speech_comes_out_as_it_is_on_its_own_channel(string file, string channel)
    {
        var path = SharedAudio.PathOf("dev/pathological/" + file);
        var (_, output, _) = await AudioClips.RunAsync("-i", path, "-af", $"pan=mono|c0=c{channel}", "-ar", "16000", "-f", "f32le", "-");
        var expected = new float[output.Length / sizeof(float)];
        Buffer.BlockCopy(output, 0, expected, 0, output.Length);

        var samples = await new AudioDecoder().CollectFileAsync(path);

        Assert.Equal(expected.Length, samples.Length);
        var difference = samples.Zip(expected, (ours, theirs) => ours - theirs).ToArray();
        Assert.InRange(AudioClips.Rms(difference), 0, 0.01 * AudioClips.Rms(expected));
    }

    // The manifest tells the length of the speech or of the picture; codecs add or drop up to three of their frames.
    private static double LeastSeconds(string file, double seconds) => Path.GetFileName(file) switch
    {
        "truncated.mp3" => seconds * 0.5,
        "video-with-speech.mp4" => 6.7,
        _ => seconds - 0.3,
    };

    private static void AssertIsSentence(string message, string file)
    {
        Assert.Contains(Path.GetFileName(file), message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("@ 0x", message, StringComparison.Ordinal);
    }

    private static async Task<(int Samples, AudioException? Error)> OutcomeAsync(IAsyncEnumerable<PcmChunk> chunks)
    {
        var samples = 0;
        try
        {
            await foreach (var chunk in chunks)
                samples += chunk.Samples.Length;
            return (samples, null);
        }
        catch (AudioException error)
        {
            return (samples, error);
        }
    }
}
