using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lectern.Inference.Audio;

/// <summary>A recording that grows while it is made, as Lectern's recorder sends it: a WAV file of 16-bit mono PCM at 16 000 Hz whose header leaves its length open.</summary>
/// <remarks>
/// Every sample has its place from the beginning, so the file can be read, and gone on with, at any byte. RIFF's two sizes are 0xFFFFFFFF,
/// as writers do that do not know the end yet (EBU Tech 3306, and ffmpeg's own for pipes).
/// </remarks>
public static class LiveWave
{
    /// <summary>Length of the header in bytes: samples follow.</summary>
    public const int HeaderBytes = 44;

    /// <summary>Bytes of a sample.</summary>
    public const int SampleBytes = 2;

    private const int MostSamples = SampleClock.Rate;
    private const float FullScale = 32_768;

    /// <summary>Gets the header.</summary>
    public static ReadOnlySpan<byte> Header =>
    [
        (byte)'R', (byte)'I', (byte)'F', (byte)'F', 0xFF, 0xFF, 0xFF, 0xFF, (byte)'W', (byte)'A', (byte)'V', (byte)'E',
        (byte)'f', (byte)'m', (byte)'t', (byte)' ', 16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0x3E, 0, 0, 0, 0x7D, 0, 0, SampleBytes, 0, 16, 0,
        (byte)'d', (byte)'a', (byte)'t', (byte)'a', 0xFF, 0xFF, 0xFF, 0xFF,
    ];

    /// <summary>Tells whether a file that begins so is such a recording.</summary>
    /// <param name="head">Its first bytes; fewer than <see cref="HeaderBytes"/> are not enough.</param>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith(Header);

    /// <summary>Reads the head of a stream and tells whether it is such a recording.</summary>
    /// <param name="bytes">Positioned at its start; is left after the header.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<bool> IsAsync(Stream bytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var head = new byte[HeaderBytes];
        return await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation) == head.Length && Is(head);
    }

    /// <summary>Reads the sound of such a recording, each part as soon as it is there.</summary>
    /// <param name="bytes">Positioned at its start.</param>
    /// <param name="maxDuration">The longest recording that is read.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Chunks of at most a second. Half a sample at the end is left out.</returns>
    /// <exception cref="AudioException">The stream is no such recording, or is too long; what came before has been returned.</exception>
    public static async IAsyncEnumerable<PcmChunk> ReadAsync(Stream bytes, TimeSpan maxDuration, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (!await IsAsync(bytes, cancellation))
            throw new AudioException("The recording does not begin as the recorder's do. Upload it as a file.");
        var most = SampleClock.ToSample(maxDuration);
        var buffer = new byte[MostSamples * SampleBytes];
        var (start, filled) = (0L, 0);
        while (await bytes.ReadAsync(buffer.AsMemory(filled), cancellation) is > 0 and var count)
        {
            filled += count;
            var samples = Samples(buffer.AsSpan(0, filled));
            if (samples.Length > 0)
            {
                if (start + samples.Length > most)
                    throw new AudioException($"The recording is longer than {maxDuration.TotalHours:0.##} hours, the most that is transcribed at a time. Begin another.");
                yield return new PcmChunk(start, samples);
            }

            start += samples.Length;
            buffer[0] = buffer[filled - 1];
            filled %= SampleBytes;
        }
    }

    private static float[] Samples(ReadOnlySpan<byte> bytes)
    {
        var values = MemoryMarshal.Cast<byte, short>(bytes[..(bytes.Length / SampleBytes * SampleBytes)]);
        var samples = new float[values.Length];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (BitConverter.IsLittleEndian ? values[i] : BinaryPrimitives.ReverseEndianness(values[i])) / FullScale;
        return samples;
    }
}
