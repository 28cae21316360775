using System.Text;
using Google.Protobuf;

namespace Lectern.Inference.Onnx;

/// <summary>A protobuf message as an ordered list of its fields, so that what no pass understands is written back unchanged.</summary>
/// <remarks>Not thread-safe. Reading and writing of the wire itself is Google.Protobuf's.</remarks>
internal sealed class WireMessage
{
    private readonly List<WireField> _fields = [];

    /// <summary>Gets the fields in the order of the file.</summary>
    internal IReadOnlyList<WireField> Fields => _fields;

    internal static WireMessage Empty() => new();

    /// <exception cref="InvalidProtocolBufferException">The bytes are not a protobuf message.</exception>
    internal static WireMessage Parse(byte[] wire)
    {
        var message = new WireMessage();
        var input = new CodedInputStream(wire);
        while (input.ReadTag() is var tag and not 0)
        {
            var number = WireFormat.GetTagFieldNumber(tag);
            var type = WireFormat.GetTagWireType(tag);
            message._fields.Add(type switch
            {
                WireFormat.WireType.Varint => new WireField(number, type, input.ReadUInt64(), []),
                WireFormat.WireType.Fixed32 => new WireField(number, type, input.ReadFixed32(), []),
                WireFormat.WireType.Fixed64 => new WireField(number, type, input.ReadFixed64(), []),
                WireFormat.WireType.LengthDelimited => new WireField(number, type, 0, input.ReadBytes().ToByteArray()),
                _ => throw new InvalidDataException($"field {number} has an unknown kind"),
            });
        }

        return message;
    }

    internal WireMessage Add(WireField field)
    {
        _fields.Add(field);
        return this;
    }

    internal WireMessage Add(int number, byte[] bytes) => Add(new WireField(number, WireFormat.WireType.LengthDelimited, 0, bytes));

    internal WireMessage Add(int number, string text) => Add(number, Encoding.UTF8.GetBytes(text));

    internal WireMessage Add(int number, long value) => Add(new WireField(number, WireFormat.WireType.Varint, (ulong)value, []));

    internal WireMessage Add(int number, float value) =>
        Add(new WireField(number, WireFormat.WireType.Fixed32, BitConverter.SingleToUInt32Bits(value), []));

    internal WireMessage Add(int number, IEnumerable<long> values)
    {
        foreach (var value in values)
            Add(number, value);
        return this;
    }

    internal string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    internal byte[] Bytes(int number) => _fields.LastOrDefault(field => field.Number == number)?.Bytes ?? [];

    internal long Integer(int number) => (long)(_fields.LastOrDefault(field => field.Number == number)?.Value ?? 0);

    internal IEnumerable<byte[]> All(int number) => _fields.Where(field => field.Number == number).Select(field => field.Bytes);

    /// <summary>Reads a repeated integer, packed or not.</summary>
    internal long[] Integers(int number)
    {
        var values = new List<long>();
        foreach (var field in _fields.Where(field => field.Number == number))
        {
            if (field.Type != WireFormat.WireType.LengthDelimited)
            {
                values.Add((long)field.Value);
                continue;
            }

            var packed = new CodedInputStream(field.Bytes);
            while (!packed.IsAtEnd)
                values.Add(packed.ReadInt64());
        }

        return [.. values];
    }

    /// <summary>Reads a repeated 32-bit field, packed or not, as its little-endian bytes.</summary>
    internal byte[] PackedFixed32(int number) =>
        [.. _fields.Where(field => field.Number == number).SelectMany(field =>
            field.Type == WireFormat.WireType.Fixed32 ? BitConverter.GetBytes((uint)field.Value) : field.Bytes)];

    internal byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            foreach (var field in _fields)
                Write(output, field);
        }

        return stream.ToArray();
    }

    private static void Write(CodedOutputStream output, WireField field)
    {
        output.WriteTag(field.Number, field.Type);
        switch (field.Type)
        {
            case WireFormat.WireType.Varint:
                output.WriteUInt64(field.Value);
                break;
            case WireFormat.WireType.Fixed32:
                output.WriteFixed32((uint)field.Value);
                break;
            case WireFormat.WireType.Fixed64:
                output.WriteFixed64(field.Value);
                break;
            default:
                output.WriteBytes(UnsafeByteOperations.UnsafeWrap(field.Bytes));
                break;
        }
    }
}
