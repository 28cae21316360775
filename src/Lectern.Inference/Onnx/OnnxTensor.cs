using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lectern.Inference.Onnx;

/// <summary>A constant of a graph: a weight, a scale or a shape.</summary>
/// <remarks>The fields are those of <c>TensorProto</c> in the ONNX specification; values stay in their stored form until asked for.</remarks>
internal sealed class OnnxTensor
{
    internal const int Float = 1;
    internal const int UInt8 = 2;
    internal const int Int8 = 3;
    internal const int Int64 = 7;

    private const int DimsField = 1;
    private const int TypeField = 2;
    private const int FloatsField = 4;
    private const int Int32sField = 5;
    private const int NameField = 8;
    private const int RawField = 9;

    private OnnxTensor(string name, int elementType, long[] dims, ReadOnlyMemory<byte> raw, WireMessage wire)
    {
        Name = name;
        ElementType = elementType;
        Dims = dims;
        Raw = raw;
        Wire = wire;
    }

    /// <summary>Gets the name by which nodes refer to the tensor.</summary>
    internal string Name { get; }

    /// <summary>Gets the element type, numbered as in the specification.</summary>
    internal int ElementType { get; }

    /// <summary>Gets the length of each axis; empty for a scalar.</summary>
    internal long[] Dims { get; }

    /// <summary>Gets the little-endian elements in row-major order; empty when the elements are stored in a form that no pass reads.</summary>
    internal ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Gets the whole message as it stands in the file.</summary>
    internal WireMessage Wire { get; }

    /// <summary>Gets the number of elements.</summary>
    internal long Count => Dims.Aggregate(1L, (product, dim) => product * dim);

    internal static OnnxTensor Create(string name, int elementType, long[] dims, byte[] raw)
    {
        var wire = new WireMessage();
        foreach (var dim in dims)
            wire.Add(DimsField, dim);
        wire.Add(TypeField, elementType).Add(NameField, name).Add(RawField, raw);
        return new OnnxTensor(name, elementType, dims, raw, wire);
    }

    internal static OnnxTensor Create(string name, long[] dims, ReadOnlySpan<float> values) =>
        Create(name, Float, dims, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>Creates a list of one integer, such as an axis.</summary>
    internal static OnnxTensor Create(string name, long value) => Create(name, Int64, [1], BitConverter.GetBytes(value));

    internal static OnnxTensor Parse(ReadOnlyMemory<byte> wire)
    {
        var message = WireMessage.Parse(wire);
        var type = (int)message.Integer(TypeField);
        var raw = message.Bytes(RawField);
        if (raw.IsEmpty)
            raw = FromTypedField(message, type);
        return new OnnxTensor(message.Text(NameField), type, message.Integers(DimsField), raw, message);
    }

    /// <summary>Reads the only element of a scalar or one-element float tensor.</summary>
    internal float Scalar() => BinaryPrimitives.ReadSingleLittleEndian(Raw.Span);

    private static byte[] FromTypedField(WireMessage message, int type) => type switch
    {
        Float => message.PackedFixed32(FloatsField),
        UInt8 or Int8 => [.. message.Integers(Int32sField).Select(value => unchecked((byte)value))],
        _ => [],
    };
}
