using System.Buffers.Binary;

namespace Lectern.Inference.Audio;

/// <summary>What the header of ffmpeg's WAV output tells: how many channels follow, and which loudspeakers they were meant for.</summary>
/// <param name="Channels">Number of interleaved channels, 1 to 64.</param>
/// <param name="Speakers">Loudspeaker bits of WAVEFORMATEXTENSIBLE's dwChannelMask, lowest bit first channel; 0 where unknown.</param>
internal sealed record WaveHeader(int Channels, uint Speakers)
{
    /// <summary>Most channels that ffmpeg's resampler takes.</summary>
    public const int MaxChannels = 64;

    private const int MaxChunkBytes = 64 * 1024;

    /// <summary>Reads up to and including the header of the data chunk, so that samples follow.</summary>
    /// <param name="process">The decoding ffmpeg.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The header, or null where the output ended first: ffmpeg found nothing to decode.</returns>
    /// <exception cref="InvalidDataException">The output is not the WAV that was asked for.</exception>
    public static async Task<WaveHeader?> ReadAsync(FfmpegProcess process, CancellationToken cancellationToken)
    {
        var prefix = new byte[12];
        if (await process.ReadFullyAsync(prefix, cancellationToken) < prefix.Length)
            return null;
        if (!prefix.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !prefix.AsSpan(8, 4).SequenceEqual("WAVE"u8))
            throw new InvalidDataException("ffmpeg's output does not begin with a WAV header.");

        WaveHeader? header = null;
        var chunk = new byte[8];
        while (await process.ReadFullyAsync(chunk, cancellationToken) == chunk.Length)
        {
            // The size of the data chunk is not known before its end; it runs to the end of the output.
            if (chunk.AsSpan(0, 4).SequenceEqual("data"u8))
                return header ?? throw new InvalidDataException("ffmpeg's WAV output has no format chunk.");
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(4));
            if (size > MaxChunkBytes)
                throw new InvalidDataException("ffmpeg's WAV header has an oversized chunk.");
            var body = new byte[size + (size & 1)];
            if (await process.ReadFullyAsync(body, cancellationToken) < body.Length)
                return null;
            if (chunk.AsSpan(0, 4).SequenceEqual("fmt "u8))
                header = ParseFormat(body);
        }

        return null;
    }

    /// <summary>Reads the body of a format chunk.</summary>
    /// <param name="body">WAVEFORMATEX, 16 bytes or more, or WAVEFORMATEXTENSIBLE, 40 bytes.</param>
    /// <exception cref="InvalidDataException">Not 32-bit samples at 16 kHz, or a number of channels that is out of range.</exception>
    internal static WaveHeader ParseFormat(ReadOnlySpan<byte> body)
    {
        if (body.Length < 16)
            throw new InvalidDataException("ffmpeg's WAV format chunk is too short.");
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(body[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(body[14..]);
        if (channels is 0 or > MaxChannels || rate != SampleClock.Rate || bits != 32)
            throw new InvalidDataException($"ffmpeg's WAV output has {channels} channels of {bits} bits at {rate} Hz.");
        return new WaveHeader(channels, body.Length >= 24 ? BinaryPrimitives.ReadUInt32LittleEndian(body[20..]) : 0);
    }
}
