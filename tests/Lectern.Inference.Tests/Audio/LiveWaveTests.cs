using System.Buffers.Binary;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class LiveWaveTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64_000)]
    public async Task Sound_is_the_same_however_the_bytes_come(int pieceBytes)
    {
        short[] samples = [0, 1, -1, short.MaxValue, short.MinValue, 12_345, -9];
        using var bytes = new PiecewiseStream(Recording(samples), pieceBytes);

        var chunks = await ReadAsync(bytes);

        Assert.Equal(samples.Select(sample => sample / 32_768f), chunks.SelectMany(chunk => chunk.Samples.ToArray()));
        Assert.Equal(0, chunks[0].StartSample);
        Assert.All(chunks.Zip(chunks.Skip(1)), pair => Assert.Equal(pair.First.StartSample + pair.First.Samples.Length, pair.Second.StartSample));
    }

    [Fact]
    public async Task Half_a_sample_at_the_end_is_left_out()
    {
        using var bytes = new MemoryStream([.. Recording([7, 8]), 0x55]);

        var chunks = await ReadAsync(bytes);

        Assert.Equal(2, chunks.Sum(chunk => chunk.Samples.Length));
    }

    [Fact]
    public async Task Recording_that_is_too_long_is_refused_after_what_fits()
    {
        using var bytes = new MemoryStream(Recording(new short[3 * SampleClock.Rate]));
        var heard = 0L;

        var error = await Assert.ThrowsAsync<AudioException>(async () =>
        {
            await foreach (var chunk in LiveWave.ReadAsync(bytes, TimeSpan.FromSeconds(2), Cancellation))
                heard += chunk.Samples.Length;
        });

        Assert.Contains("longer than", error.Message, StringComparison.Ordinal);
        Assert.Equal(2 * SampleClock.Rate, heard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("OggS and more than forty-four bytes of something else")]
    public async Task Other_files_are_no_such_recording(string text)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text));

        Assert.False(await LiveWave.IsAsync(bytes, Cancellation));
    }

    private static byte[] Recording(short[] samples)
    {
        var bytes = new byte[LiveWave.HeaderBytes + samples.Length * LiveWave.SampleBytes];
        LiveWave.Header.CopyTo(bytes);
        for (var i = 0; i < samples.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(LiveWave.HeaderBytes + i * LiveWave.SampleBytes), samples[i]);
        return bytes;
    }

    private static async Task<List<PcmChunk>> ReadAsync(Stream bytes)
    {
        var chunks = new List<PcmChunk>();
        await foreach (var chunk in LiveWave.ReadAsync(bytes, TimeSpan.FromHours(1), Cancellation))
            chunks.Add(chunk);
        return chunks;
    }

    private sealed class PiecewiseStream(byte[] content, int pieceBytes) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(pieceBytes, buffer.Length)], cancellationToken);
    }
}
