using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

/// <summary>Collects whole recordings.</summary>
public static class DecoderCollecting
{
    /// <summary>Decodes a file to its end.</summary>
    public static Task<float[]> CollectFileAsync(this AudioDecoder decoder, string path) =>
        CollectAsync(decoder.DecodeFileAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Decodes a stream to its end.</summary>
    public static Task<float[]> CollectAsync(this AudioDecoder decoder, Stream bytes, string name) =>
        CollectAsync(decoder.DecodeAsync(bytes, name, TestContext.Current.CancellationToken));

    // Checks on the way that the chunks are contiguous, in range and at most a second long.
    private static async Task<float[]> CollectAsync(IAsyncEnumerable<PcmChunk> chunks)
    {
        var samples = new List<float>();
        await foreach (var chunk in chunks)
        {
            Assert.Equal(samples.Count, chunk.StartSample);
            Assert.InRange(chunk.Samples.Length, 1, SampleClock.Rate);
            samples.AddRange(chunk.Samples.Span);
        }

        Assert.DoesNotContain(samples, sample => !(Math.Abs(sample) <= 1));
        return [.. samples];
    }
}
