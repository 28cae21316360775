using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Seq2Seq;

/// <summary>The keys and values that a decoder has computed so far, handed from each step's output to the next step's input without a copy.</summary>
/// <remarks>Owns its tensors; not thread-safe.</remarks>
internal sealed class KvCache : IDisposable
{
    private readonly IReadOnlyList<CacheEntry> _entries;
    private readonly OrtValue[] _values;
    private bool _isEmpty = true;

    /// <summary>Creates the cache of a first step, whose past has length 0.</summary>
    internal KvCache(IReadOnlyList<CacheEntry> entries, int rows)
    {
        _entries = entries;
        _values = [.. entries.Select(entry => OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance,
            entry.ElementType,
            [rows, entry.Heads, 0, entry.HeadSize]))];
    }

    /// <summary>Gets the tensors in the signature's order.</summary>
    internal IReadOnlyList<OrtValue> Values => _values;

    /// <summary>Takes over a step's outputs.</summary>
    /// <param name="presents">The cache outputs in the signature's order; this cache owns or disposes each of them from here on.</param>
    /// <remarks>A cached step gives the encoder's part back empty, so the first step's is kept.</remarks>
    internal void Advance(ReadOnlySpan<OrtValue> presents)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            var keepsFirst = !_isEmpty && _entries[i].IsEncoder;
            (keepsFirst ? presents[i] : _values[i]).Dispose();
            if (!keepsFirst)
                _values[i] = presents[i];
        }

        _isEmpty = false;
    }

    /// <summary>Keeps only some rows of the batch, in the given order.</summary>
    internal void Keep(ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < _values.Length; i++)
            _values[i] = Rows.Take(_values[i], rows);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in _values)
            value.Dispose();
    }
}
