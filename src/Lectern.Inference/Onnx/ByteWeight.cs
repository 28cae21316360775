using System.Runtime.Intrinsics.X86;

namespace Lectern.Inference.Onnx;

/// <summary>Names of a matrix of 8-bit weights [depth, width], its scale and its zero point among a graph's constants.</summary>
/// <param name="Bytes">The weights.</param>
/// <param name="Scale">The scale, one number.</param>
/// <param name="ZeroPoint">The zero point, of the same type as the weights.</param>
internal sealed record ByteWeight(string Bytes, string Scale, string ZeroPoint)
{
    // From unsigned to signed and back.
    private const byte HalfRange = 128;

    /// <summary>Gets whether integer products here want signed weights: older x86 kernels for them saturate, newer ones are twice as fast with them.</summary>
    internal static bool IsSignedHere { get; } = !X86Base.IsSupported || HasVnni();

    /// <summary>Adds a matrix to a graph's constants.</summary>
    /// <param name="root">The main graph.</param>
    /// <param name="matrix">The weights, not transposed.</param>
    /// <param name="isSigned">Whether to store them signed; products come out the same.</param>
    internal static ByteWeight Add(OnnxGraph root, ByteMatrix matrix, bool isSigned)
    {
        var name = matrix.Name + "_bytes";
        var weight = new ByteWeight(name, name + "_scale", name + "_zero_point");
        if (root.Tensors.ContainsKey(name))
            return weight;
        var shift = isSigned ? HalfRange : (byte)0;
        var type = isSigned ? OnnxTensor.Int8 : OnnxTensor.UInt8;
        var bytes = matrix.Rows();
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] ^= shift;
        root.Add(OnnxTensor.Create(weight.Bytes, type, [matrix.Depth, matrix.Width], bytes));
        root.Add(OnnxTensor.Create(weight.Scale, [], [matrix.Scale]));
        root.Add(OnnxTensor.Create(weight.ZeroPoint, type, [], [(byte)(matrix.ZeroPoint ^ shift)]));
        return weight;
    }

    private static bool HasVnni()
    {
        const int ExtendedFeatures = 7;
        const int Avx512Vnni = 1 << 11;
        return AvxVnni.IsSupported || (X86Base.CpuId(ExtendedFeatures, 0).Ecx & Avx512Vnni) != 0;
    }
}
