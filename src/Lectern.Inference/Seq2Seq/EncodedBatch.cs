using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Lectern.Inference.Seq2Seq;

/// <summary>The encoder's outputs for some windows, each with its own number of frames.</summary>
/// <remarks>Owns its tensors; not thread-safe.</remarks>
internal sealed class EncodedBatch : IDisposable
{
    // Far below any score, and far from overflow when scores are added to it.
    private const float Hidden = -1e9f;

    private readonly List<OrtValue> _states = [];

    private EncodedBatch()
    {
    }

    internal static EncodedBatch Encode(Seq2SeqModel model, IReadOnlyList<Seq2SeqTask> tasks, RunOptions run)
    {
        var batch = new EncodedBatch();
        try
        {
            foreach (var task in tasks)
                batch._states.Add(model.Encode(task.Input, run));

            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }

    /// <summary>Returns the rows that can be decoded together: all of them, or without a mask those of one length.</summary>
    internal IEnumerable<int[]> Groups(bool hidesPadding)
    {
        var rows = Enumerable.Range(0, _states.Count);
        return hidesPadding ? [rows.ToArray()] : rows.GroupBy(Frames).Select(group => group.ToArray());
    }

    /// <summary>Joins rows into one tensor [rows, frames, width], short ones filled with zeros.</summary>
    internal OrtValue Join(ReadOnlySpan<int> rows)
    {
        var width = _states[rows[0]].GetTensorTypeAndShape().Shape[2];
        var frames = Longest(rows);
        var joined = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [rows.Length, frames, width]);
        var target = joined.GetTensorMutableDataAsSpan<float>();
        target.Clear();
        for (var i = 0; i < rows.Length; i++)
            _states[rows[i]].GetTensorDataAsSpan<float>().CopyTo(target[(int)(i * frames * width)..]);
        return joined;
    }

    /// <summary>Returns what hides the filling from attention, float [rows, 1, 1, frames].</summary>
    internal OrtValue Bias(ReadOnlySpan<int> rows)
    {
        var frames = Longest(rows);
        var bias = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [rows.Length, 1, 1, frames]);
        var target = bias.GetTensorMutableDataAsSpan<float>();
        target.Clear();
        for (var i = 0; i < rows.Length; i++)
            target[(int)(i * frames + Frames(rows[i]))..(int)((i + 1) * frames)].Fill(Hidden);
        return bias;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var state in _states)
            state.Dispose();
    }

    private long Frames(int row) => _states[row].GetTensorTypeAndShape().Shape[1];

    private long Longest(ReadOnlySpan<int> rows)
    {
        var longest = 0L;
        foreach (var row in rows)
            longest = Math.Max(longest, Frames(row));
        return longest;
    }
}
