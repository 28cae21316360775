namespace Lectern.Inference.Onnx;

/// <summary>Names of a matrix of 8-bit weights [depth, width], its scale and its zero point among a graph's constants.</summary>
/// <param name="Bytes">The weights.</param>
/// <param name="Scale">The scale, one number.</param>
/// <param name="ZeroPoint">The zero point, of the same type as the weights.</param>
internal sealed record ByteWeight(string Bytes, string Scale, string ZeroPoint)
{
    // From unsigned to signed and back.
    private const byte HalfRange = 128;

    /// <summary>Adds a matrix to a graph's constants, signed or not as the processor's products are fast and exact.</summary>
    /// <param name="root">The main graph.</param>
    /// <param name="name">What the matrix is called; one of the same name is taken for the same.</param>
    /// <param name="dims">Depth and width.</param>
    /// <param name="weights">Unsigned weights in row-major order; overwritten.</param>
    /// <param name="scale">What a step of a weight is worth.</param>
    /// <param name="zeroPoint">The unsigned weight that stands for 0.</param>
    internal static ByteWeight Add(OnnxGraph root, string name, long[] dims, byte[] weights, float scale, byte zeroPoint)
    {
        var weight = new ByteWeight(name + "_bytes", name + "_bytes_scale", name + "_bytes_zero_point");
        if (root.Tensors.ContainsKey(weight.Bytes))
            return weight;
        var type = OnnxTensor.UInt8;
        if (TwoByteActivations.WantsSignedWeights)
        {
            type = OnnxTensor.Int8;
            for (var i = 0; i < weights.Length; i++)
                weights[i] ^= HalfRange;
            zeroPoint ^= HalfRange;
        }

        root.Add(OnnxTensor.Create(weight.Bytes, type, dims, weights));
        root.Add(OnnxTensor.Create(weight.Scale, [], [scale]));
        root.Add(OnnxTensor.Create(weight.ZeroPoint, type, [], [zeroPoint]));
        return weight;
    }
}
