using Microsoft.ML.OnnxRuntime;

namespace Lectern.Inference.Seq2Seq;

/// <summary>Takes rows out of a batch.</summary>
internal static class Rows
{
    /// <summary>Copies some rows of a tensor into a new one and disposes the old.</summary>
    /// <param name="tensor">Shape [batch, …], of any fixed-size element type.</param>
    /// <param name="rows">Indices of the rows to keep, in the order that they get.</param>
    internal static OrtValue Take(OrtValue tensor, ReadOnlySpan<int> rows)
    {
        using (tensor)
        {
            var info = tensor.GetTensorTypeAndShape();
            var shape = info.Shape;
            var source = tensor.GetTensorMutableRawData();
            var width = source.Length / (int)shape[0];
            shape[0] = rows.Length;
            var taken = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, info.ElementDataType, shape);
            var target = taken.GetTensorMutableRawData();
            for (var i = 0; i < rows.Length; i++)
                source.Slice(rows[i] * width, width).CopyTo(target[(i * width)..]);
            return taken;
        }
    }
}
