using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace Lectern.Inference.Onnx;

/// <summary>A protobuf message as an ordered list of its fields, so that what no pass understands is written back unchanged.</summary>
/// <remarks>
/// Fields refer to the bytes that they were read from: a model's weights are copied once, when the changed model is written.
/// Not thread-safe. Reading and writing of the wire itself is Google.Protobuf's.
/// </remarks>
internal sealed class WireMessage
{
    private readonly List<WireField> _fields = [];

    /// <summary>Gets the fields in the order of the file.</summary>
    internal IReadOnlyList<WireField> Fields => _fields;

    /// <summary>Gets the number of bytes that the message takes on the wire.</summary>
    internal int Size => _fields.Sum(static part => part.Size);

    /// <summary>Reads a message; it goes on to refer to the bytes, which must not change.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are not a protobuf message.</exception>
    /// <exception cref="InvalidDataException">A field is of a kind that ONNX does not use.</exception>
    internal static WireMessage Parse(ReadOnlyMemory<byte> wire)
    {
        var message = new WireMessage();
        var input = Open(wire);
        var origin = (int)input.Position;
        while (input.ReadTag() is var tag and not 0)
        {
            var number = WireFormat.GetTagFieldNumber(tag);
            var type = WireFormat.GetTagWireType(tag);
            message._fields.Add(type switch
            {
                WireFormat.WireType.Varint => WireField.OfNumber(number, type, input.ReadUInt64()),
                WireFormat.WireType.Fixed32 => WireField.OfNumber(number, type, input.ReadFixed32()),
                WireFormat.WireType.Fixed64 => WireField.OfNumber(number, type, input.ReadFixed64()),
                WireFormat.WireType.LengthDelimited => WireField.OfBytes(number, Payload(input, wire, origin)),
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

    internal WireMessage Add(int number, ReadOnlyMemory<byte> bytes) => Add(WireField.OfBytes(number, bytes));

    internal WireMessage Add(int number, WireMessage message) => Add(WireField.OfMessage(number, message));

    internal WireMessage Add(int number, string text) => Add(number, Encoding.UTF8.GetBytes(text));

    internal WireMessage Add(int number, long value) => Add(WireField.OfNumber(number, WireFormat.WireType.Varint, (ulong)value));

    internal string Text(int number) => Encoding.UTF8.GetString(Bytes(number).Span);

    internal ReadOnlyMemory<byte> Bytes(int number) => _fields.LastOrDefault(field => field.Number == number)?.Bytes ?? default;

    internal long Integer(int number) => (long)(_fields.LastOrDefault(field => field.Number == number)?.Value ?? 0);

    internal IEnumerable<ReadOnlyMemory<byte>> All(int number) => _fields.Where(field => field.Number == number).Select(field => field.Bytes);

    /// <summary>Reads a repeated text.</summary>
    internal List<string> Texts(int number) => [.. All(number).Select(bytes => Encoding.UTF8.GetString(bytes.Span))];

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

            var packed = Open(field.Bytes);
            while (!packed.IsAtEnd)
                values.Add(packed.ReadInt64());
        }

        return [.. values];
    }

    /// <summary>Reads a repeated 32-bit field, packed or not, as its little-endian bytes.</summary>
    internal byte[] PackedFixed32(int number) =>
        [.. _fields.Where(field => field.Number == number).SelectMany(field =>
            field.Type == WireFormat.WireType.Fixed32 ? BitConverter.GetBytes((uint)field.Value) : field.Bytes.ToArray())];

    internal void Write(CodedOutputStream output)
    {
        foreach (var field in _fields)
            field.Write(output);
    }

    internal byte[] ToArray()
    {
        var bytes = new byte[Size];
        var output = new CodedOutputStream(bytes);
        Write(output);
        output.CheckNoSpaceLeft();
        return bytes;
    }

    /// <summary>Skips a length-delimited field and returns its bytes where they lie.</summary>
    private static ReadOnlyMemory<byte> Payload(CodedInputStream input, ReadOnlyMemory<byte> wire, int origin)
    {
        var start = (int)input.Position - origin;
        input.SkipLastField();
        var end = (int)input.Position - origin;
        var length = Open(wire[start..end]).ReadLength();
        return wire[(end - length)..end];
    }

    private static CodedInputStream Open(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) && array.Array is not null
            ? new CodedInputStream(array.Array, array.Offset, array.Count)
            : new CodedInputStream([]);
}
