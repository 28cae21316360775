using CsCheck;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class DownmixTests
{
    private const uint Stereo = 3;
    private const uint Surround51 = 0x3F;
    private const int Second = SampleClock.Rate;

    [Fact]
    public void Equal_channels_come_out_as_they_are()
    {
        var voice = Noise(1, Second, 0.3);

        var mono = Mix(Stereo, voice, voice);

        Assert.Equal(voice, mono);
    }

    [Fact]
    public void Channels_in_antiphase_come_out_at_full_level_from_the_first_sample()
    {
        var voice = Noise(1, Second, 0.3);

        var mono = Mix(Stereo, voice, Scale(voice, -1));

        Assert.Equal(voice, mono);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Dead_channel_leaves_the_other_as_it_is(int dead)
    {
        var voice = Noise(1, Second, 0.3);
        var channels = dead == 0 ? new[] { new float[Second], voice } : [voice, new float[Second]];

        var mono = Mix(Stereo, channels);

        Assert.Equal(voice, mono);
    }

    [Fact]
    public void Hiss_on_the_dead_channel_changes_nothing_to_speak_of()
    {
        var voice = Noise(1, 2 * Second, 0.3);
        var hiss = Noise(2, 2 * Second, 0.001);

        var mono = Mix(Stereo, voice, hiss);

        Assert.Equal(AudioClips.Rms(voice), AudioClips.Rms(mono), 0.01 * AudioClips.Rms(voice));
    }

    [Fact]
    public void Centre_of_surround_sound_comes_out_as_it_is_when_alone()
    {
        var voice = Noise(1, Second, 0.3);
        var none = new float[Second];

        var mono = Mix(Surround51, none, none, voice, none, none, none);

        Assert.Equal(voice, mono);
    }

    [Fact]
    public void Centre_of_surround_sound_prevails_over_music_on_the_sides()
    {
        var voice = Noise(1, Second, 0.3);
        var music = Enumerable.Range(2, 5).Select(seed => Noise(seed, Second, 0.3)).ToArray();

        var mono = Mix(Surround51, music[0], music[1], voice, music[2], music[3], music[4]);

        var share = Product(mono, voice) / Math.Sqrt(Product(mono, mono) * Product(voice, voice));
        Assert.InRange(share, 0.7, 1);
    }

    [Fact]
    public void Second_speaker_is_heard_from_the_first_syllable()
    {
        // The left speaks for ten seconds while the right is dead quiet, then the right speaks.
        var left = Noise(1, 12 * Second, 0.3);
        var right = Noise(2, 12 * Second, 0.3);
        Array.Clear(left, 10 * Second, 2 * Second);
        Array.Clear(right, 0, 10 * Second);

        var mono = Mix(Stereo, left, right);

        var onset = AudioClips.Rms(mono.AsSpan(10 * Second, Second / 20));
        Assert.InRange(onset, 0.4 * AudioClips.Rms(right.AsSpan(10 * Second, Second / 20)), 1);
    }

    [Fact]
    public void Thump_on_a_dead_channel_does_not_cost_the_quiet_speaker_more_than_three_seconds()
    {
        var voice = Noise(1, 4 * Second, 0.01);
        var dead = new float[4 * Second];
        Array.Fill(dead, 1, 100, 300);

        var mono = Mix(Stereo, voice, dead);

        var after = 3 * Second;
        Assert.InRange(AudioClips.Rms(mono.AsSpan(after)), 0.5 * AudioClips.Rms(voice.AsSpan(after)), 1);
    }

    [Fact]
    public void Antiphase_with_the_louder_side_changing_never_fades()
    {
        var voice = Noise(1, 8 * Second, 0.3);
        var left = voice.Select((sample, i) => sample * (i / Second % 2 == 0 ? 1f : 0.2f)).ToArray();
        var right = voice.Select((sample, i) => -sample * (i / Second % 2 == 0 ? 0.2f : 1f)).ToArray();

        var mono = Mix(Stereo, left, right);

        for (var start = 0; start < mono.Length; start += Downmix.BlockSamples)
        {
            var level = AudioClips.Rms(mono.AsSpan(start, Downmix.BlockSamples));
            Assert.InRange(level, 0.3 * AudioClips.Rms(voice.AsSpan(start, Downmix.BlockSamples)), 1);
        }
    }

    [Fact]
    public void Weights_change_without_a_click()
    {
        // A constant on both sides; the right side goes dead and comes back. The mix may bend but not jump.
        var left = new float[4 * Second];
        var right = new float[4 * Second];
        Array.Fill(left, 0.5f);
        for (var i = 0; i < right.Length; i++)
            right[i] = 0.5f * (float)Math.Cos(2 * Math.PI * i / (2 * Second));

        var mono = Mix(Stereo, left, right);

        var steps = mono.Zip(mono.Skip(1), (before, after) => Math.Abs(after - before));
        Assert.InRange(steps.Max(), 0, 0.005);
    }

    [Fact]
    public void What_is_not_a_number_counts_as_silence_and_what_is_too_loud_is_held()
    {
        var mono = Mix(4, [float.NaN, float.PositiveInfinity, 3, -3, 0.25f]);
        var stereo = Mix(Stereo, [float.NaN, 1, 1], [1, float.NegativeInfinity, 1]);

        Assert.Equal([0, 0, 1, -1, 0.25f], mono);
        Assert.All(stereo, sample => Assert.InRange(sample, -1, 1));
    }

    [Fact]
    public void Mix_is_never_louder_than_the_loudest_channel_and_does_not_depend_on_the_cut()
    {
        var gen = Gen.Select(Gen.Int[2, 8], Gen.UInt[0, 0x7FF], Gen.Int[0, 1000], Gen.Int[1, 5000]);

        gen.Sample((channels, speakers, seed, samples) =>
        {
            var signals = Enumerable.Range(0, channels).Select(c => Noise(seed + c, samples, 0.9 * ((seed + c) % 3) / 2)).ToArray();
            var whole = Mix(speakers, signals);

            var inBlocks = new float[samples];
            var interleaved = Interleave(signals);
            var downmix = new Downmix(new WaveHeader(channels, speakers));
            for (var start = 0; start < samples; start += Downmix.BlockSamples)
            {
                var count = Math.Min(Downmix.BlockSamples, samples - start);
                downmix.Mix(interleaved.AsSpan(start * channels, count * channels), inBlocks.AsSpan(start, count));
            }

            var loudest = signals.Max(signal => signal.Max(Math.Abs));
            return whole.AsSpan().SequenceEqual(inBlocks) && whole.Max(Math.Abs) <= loudest + 1e-6;
        });
    }

    private static float[] Mix(uint speakers, params float[][] channels)
    {
        var mono = new float[channels[0].Length];
        new Downmix(new WaveHeader(channels.Length, speakers)).Mix(Interleave(channels), mono);
        return mono;
    }

    private static float[] Interleave(float[][] channels)
    {
        var samples = channels[0].Length;
        var interleaved = new float[samples * channels.Length];
        for (var i = 0; i < interleaved.Length; i++)
            interleaved[i] = channels[i % channels.Length][i / channels.Length];
        return interleaved;
    }

    private static float[] Noise(int seed, int samples, double amplitude)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples).Select(_ => (float)(amplitude * ((2 * random.NextDouble()) - 1)))];
    }

    private static float[] Scale(float[] samples, float factor) => [.. samples.Select(sample => sample * factor)];

    private static double Product(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
}
