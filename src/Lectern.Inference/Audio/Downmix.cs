namespace Lectern.Inference.Audio;

/// <summary>Mixes the channels of a recording into one without losing a voice.</summary>
/// <remarks>
/// <para>
/// A plain average silences stereo whose channels are in antiphase, halves the voice where one channel is dead, and buries the centre of 5.1
/// under five others. Here, every 20 ms, each channel gets a weight with three factors; the weights' magnitudes add up to one, so that the mix
/// is never louder than the loudest channel:
/// how far the channel is alive (its level against the loudest one's: all from -20 dB up, nothing from -40 dB down; levels rise at once and fall
/// by 8.7 dB a second, so that a voice that sets in is heard at once and a pause changes little);
/// its sign (turned where it runs against the reference channel, by the correlation of the last half second, with hysteresis);
/// the place of its loudspeaker (the centre before the sides, the sides before the back, the bass last).
/// Weights move linearly within a block, so that there are no clicks.
/// </para>
/// <para>Mono is passed through exactly. The result depends on the samples only, not on how they are cut. Not thread-safe.</para>
/// </remarks>
internal sealed class Downmix
{
    /// <summary>Length of a block in samples: 20 ms.</summary>
    public const int BlockSamples = SampleClock.Rate / 50;

    private const double BlocksPerSecond = (double)SampleClock.Rate / BlockSamples;

    // Mean square below which there is nothing to hear: -90 dB, the last bit of a 16-bit recording.
    private const double Silence = 1e-9;

    private const double AliveDb = -20;
    private const double DeadDb = -40;
    private const double ReferenceLead = 4;
    private const double TurnBelow = -0.5;
    private const double TurnBackAbove = -0.2;
    private static readonly double LevelDecay = Math.Exp(-2 / BlocksPerSecond);
    private static readonly double CorrelationDecay = Math.Exp(-1 / (0.5 * BlocksPerSecond));

    private readonly int _channels;
    private readonly double[] _places;
    private readonly double[] _levels;
    private readonly double[] _powers;
    private readonly double[] _products;
    private readonly double[] _signs;
    private double[] _weights;
    private double[] _targets;
    private int _reference;
    private bool _wasSilent = true;

    /// <summary>Creates the mixer at the start of a recording.</summary>
    /// <param name="header">Number of channels and their loudspeakers.</param>
    public Downmix(WaveHeader header)
    {
        _channels = header.Channels;
        _places = Places(header);
        _levels = new double[_channels];
        _powers = new double[_channels];
        _products = new double[_channels];
        _signs = new double[_channels];
        _weights = new double[_channels];
        _targets = new double[_channels];
        Array.Fill(_signs, 1);
        Array.Fill(_weights, 1.0 / _channels);
    }

    /// <summary>Mixes the next samples of the recording.</summary>
    /// <param name="interleaved">Samples, channel by channel; what is not a finite number counts as 0. Only the last call may have a length that is not a whole number of blocks.</param>
    /// <param name="mono">Receives one sample for each of <paramref name="interleaved"/>'s, in [-1, 1].</param>
    public void Mix(ReadOnlySpan<float> interleaved, Span<float> mono)
    {
        if (_channels == 1)
        {
            for (var i = 0; i < mono.Length; i++)
                mono[i] = Math.Clamp(Finite(interleaved[i]), -1, 1);
            return;
        }

        for (var start = 0; start < mono.Length; start += BlockSamples)
        {
            var count = Math.Min(BlockSamples, mono.Length - start);
            MixBlock(interleaved.Slice(start * _channels, count * _channels), mono.Slice(start, count));
        }
    }

    private void MixBlock(ReadOnlySpan<float> block, Span<float> mono)
    {
        var isSilent = Measure(block, mono.Length);
        if (isSilent)
        {
            _weights.CopyTo(_targets, 0);
        }
        else
        {
            ChooseSigns();
            ChooseWeights();
        }

        // Out of silence there is nothing to click, and the first syllable should have its weights from its first sample.
        if (_wasSilent)
            _targets.CopyTo(_weights, 0);
        _wasSilent = isSilent;
        for (var i = 0; i < mono.Length; i++)
        {
            var progress = (i + 1.0) / mono.Length;
            var sum = 0.0;
            for (var channel = 0; channel < _channels; channel++)
            {
                var weight = _weights[channel] + ((_targets[channel] - _weights[channel]) * progress);
                sum += weight * Finite(block[(i * _channels) + channel]);
            }

            mono[i] = (float)Math.Clamp(sum, -1, 1);
        }

        (_weights, _targets) = (_targets, _weights);
    }

    private bool Measure(ReadOnlySpan<float> block, int samples)
    {
        var loudest = 0.0;
        for (var channel = 0; channel < _channels; channel++)
        {
            double power = 0, product = 0;
            for (var i = 0; i < samples; i++)
            {
                double sample = Finite(block[(i * _channels) + channel]);
                power += sample * sample;
                product += sample * Finite(block[(i * _channels) + _reference]);
            }

            power /= samples;
            _levels[channel] = Math.Max(power, _levels[channel] * LevelDecay);
            _powers[channel] = (_powers[channel] * CorrelationDecay) + power;
            _products[channel] = (_products[channel] * CorrelationDecay) + (product / samples);
            loudest = Math.Max(loudest, power);
        }

        return loudest < Silence;
    }

    private void ChooseSigns()
    {
        var referenceSign = _signs[_reference];
        for (var channel = 0; channel < _channels; channel++)
        {
            var correlation = _products[channel] / Math.Sqrt((_powers[channel] * _powers[_reference]) + double.Epsilon);
            var turned = _signs[channel] * referenceSign < 0;
            turned = turned ? correlation <= TurnBackAbove : correlation < TurnBelow;
            // The reference keeps its own sign, so the mix as a whole never turns over.
            _signs[channel] = turned ? -referenceSign : referenceSign;
        }

        var loudest = Array.IndexOf(_levels, _levels.Max());
        if (_levels[loudest] <= ReferenceLead * _levels[_reference])
            return;
        _reference = loudest;
        // From here on the products are with another channel.
        Array.Clear(_products);
        Array.Clear(_powers);
    }

    private void ChooseWeights()
    {
        var loudest = _levels.Max();
        var total = 0.0;
        for (var channel = 0; channel < _channels; channel++)
        {
            var levelDb = 10 * Math.Log10((_levels[channel] / loudest) + double.Epsilon);
            var alive = Math.Clamp((levelDb - DeadDb) / (AliveDb - DeadDb), 0, 1);
            _targets[channel] = alive * _places[channel] * _signs[channel];
            total += alive * _places[channel];
        }

        for (var channel = 0; channel < _channels; channel++)
            _targets[channel] /= total;
    }

    private static float Finite(float sample) => float.IsFinite(sample) ? sample : 0;

    // The bits of WAVEFORMATEXTENSIBLE's dwChannelMask, which come in the order of the channels.
    private static double[] Places(WaveHeader header)
    {
        const uint left = 1, right = 2, centre = 4, bass = 8;

        var places = new double[header.Channels];
        // No channel has none at all: a field recorder may well have put the only microphone on the "bass".
        Array.Fill(places, 1);
        var hasCentre = (header.Speakers & centre) != 0;
        var channel = 0;
        for (var bit = 1u; bit != 0 && channel < places.Length; bit <<= 1)
        {
            if ((header.Speakers & bit) == 0)
                continue;
            places[channel++] = bit switch
            {
                centre => 1,
                bass => 0.05,
                left or right => hasCentre ? 0.3 : 1,
                _ => hasCentre ? 0.15 : 0.5,
            };
        }

        return places;
    }
}
