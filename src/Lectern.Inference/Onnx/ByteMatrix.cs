namespace Lectern.Inference.Onnx;

/// <summary>A matrix of 8-bit weights with one scale and one zero point, <c>w = scale · (byte - zero point)</c>, by which activations are multiplied.</summary>
internal sealed class ByteMatrix
{
    private readonly OnnxTensor _tensor;
    private readonly bool _isTransposed;

    private ByteMatrix(OnnxTensor tensor, float scale, byte zeroPoint, bool isTransposed)
    {
        _tensor = tensor;
        _isTransposed = isTransposed;
        Scale = scale;
        ZeroPoint = zeroPoint;
    }

    internal string Name => _tensor.Name;

    internal float Scale { get; }

    internal byte ZeroPoint { get; }

    /// <summary>Gets the number of activations that go in.</summary>
    internal int Depth => (int)_tensor.Dims[_isTransposed ? 1 : 0];

    /// <summary>Gets the number of values that come out.</summary>
    internal int Width => (int)_tensor.Dims[_isTransposed ? 0 : 1];

    /// <summary>Reads a matrix from a graph's constants; null where they are not of this kind.</summary>
    /// <param name="scope">Where the names are known.</param>
    /// <param name="weight">Name of the bytes, shape [depth, width], or [width, depth] when transposed.</param>
    /// <param name="scale">Name of the scale.</param>
    /// <param name="zeroPoint">Name of the zero point.</param>
    /// <param name="isTransposed">Whether the graph transposes the matrix before it multiplies.</param>
    internal static ByteMatrix? Find(GraphScope scope, string weight, string scale, string zeroPoint, bool isTransposed) =>
        scope.Constant(weight) is { ElementType: OnnxTensor.UInt8, Dims: [> 0, > 0] } tensor
        && tensor.Raw.Length == tensor.Count
        && scope.Constant(scale) is { Count: 1, ElementType: OnnxTensor.Float } one
        && scope.Constant(zeroPoint) is { Count: 1, ElementType: OnnxTensor.UInt8 } zero
            ? new ByteMatrix(tensor, one.Scalar(), zero.Raw.Span[0], isTransposed)
            : null;

    /// <summary>Lays the matrix out column after column, each filled up with zeros (the zero point) to a length.</summary>
    internal byte[] Columns(int length)
    {
        var columns = new byte[Width * length];
        Array.Fill(columns, ZeroPoint);
        var bytes = _tensor.Raw.Span;
        for (var column = 0; column < Width; column++)
        {
            var target = columns.AsSpan(column * length, Depth);
            if (_isTransposed)
            {
                bytes.Slice(column * Depth, Depth).CopyTo(target);
                continue;
            }

            for (var i = 0; i < target.Length; i++)
                target[i] = bytes[i * Width + column];
        }

        return columns;
    }

    /// <summary>Returns a copy of the bytes of a matrix that is not transposed, row after row.</summary>
    internal byte[] Rows() => _isTransposed ? throw new InvalidOperationException("A transposed matrix has no rows of this kind.") : _tensor.Raw.ToArray();
}
