using Lectern.Inference.Seq2Seq;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Lectern.Inference.Tests.Seq2Seq;

public sealed class KvCacheTests
{
    private static readonly CacheEntry Decoder = new("past.decoder", "present.decoder", IsEncoder: false, TensorElementType.Float, 1, 1);
    private static readonly CacheEntry Encoder = new("past.encoder", "present.encoder", IsEncoder: true, TensorElementType.Float, 1, 1);

    [Fact]
    public void Cache_begins_empty_with_a_row_for_each_window()
    {
        using var cache = new KvCache([Decoder, Encoder with { Heads = 3, HeadSize = 5 }], rows: 2);

        Assert.Equal([2, 1, 0, 1], Shape(cache, 0));
        Assert.Equal([2, 3, 0, 5], Shape(cache, 1));
    }

    [Fact]
    public void Later_steps_replace_the_decoders_part_and_keep_the_encoders_first()
    {
        using var cache = new KvCache([Decoder, Encoder], rows: 2);

        cache.Advance([Tensor(2, 1, 10, 20), Tensor(2, 2, 1, 2, 3, 4)]);
        cache.Advance([Tensor(2, 2, 10, 11, 20, 21), Tensor(2, 0)]);

        Assert.Equal([10, 11, 20, 21], Values(cache, 0));
        Assert.Equal([1, 2, 3, 4], Values(cache, 1));
    }

    [Fact]
    public void Kept_rows_come_in_the_order_asked_for()
    {
        using var cache = new KvCache([Decoder, Encoder], rows: 3);
        cache.Advance([Tensor(3, 1, 10, 20, 30), Tensor(3, 2, 1, 2, 3, 4, 5, 6)]);

        cache.Keep([2, 0]);

        Assert.Equal([30, 10], Values(cache, 0));
        Assert.Equal([5, 6, 1, 2], Values(cache, 1));
        Assert.Equal([2, 1, 2, 1], Shape(cache, 1));
    }

    private static OrtValue Tensor(int rows, int length, params float[] values)
    {
        var tensor = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [rows, 1, length, 1]);
        values.CopyTo(tensor.GetTensorMutableDataAsSpan<float>());
        return tensor;
    }

    private static float[] Values(KvCache cache, int entry) => cache.Values[entry].GetTensorDataAsSpan<float>().ToArray();

    private static long[] Shape(KvCache cache, int entry) => cache.Values[entry].GetTensorTypeAndShape().Shape;
}
