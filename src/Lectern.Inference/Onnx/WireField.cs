using Google.Protobuf;

namespace Lectern.Inference.Onnx;

/// <summary>One field of a protobuf message: by its wire type an integer, bytes, or a message that is still open to change.</summary>
internal sealed record WireField(int Number, WireFormat.WireType Type, ulong Value, ReadOnlyMemory<byte> Bytes, WireMessage? Message)
{
    internal static WireField OfBytes(int number, ReadOnlyMemory<byte> bytes) => new(number, WireFormat.WireType.LengthDelimited, 0, bytes, Message: null);

    internal static WireField OfMessage(int number, WireMessage message) => new(number, WireFormat.WireType.LengthDelimited, 0, default, message);

    internal static WireField OfNumber(int number, WireFormat.WireType type, ulong value) => new(number, type, value, default, Message: null);

    /// <summary>Gets the number of bytes that the field takes on the wire.</summary>
    internal int Size => CodedOutputStream.ComputeTagSize(Number) + Type switch
    {
        WireFormat.WireType.Varint => CodedOutputStream.ComputeUInt64Size(Value),
        WireFormat.WireType.Fixed32 => sizeof(uint),
        WireFormat.WireType.Fixed64 => sizeof(ulong),
        _ => CodedOutputStream.ComputeLengthSize(Length) + Length,
    };

    private int Length => Message?.Size ?? Bytes.Length;

    internal void Write(CodedOutputStream output)
    {
        output.WriteTag(Number, Type);
        switch (Type)
        {
            case WireFormat.WireType.Varint:
                output.WriteUInt64(Value);
                break;
            case WireFormat.WireType.Fixed32:
                output.WriteFixed32((uint)Value);
                break;
            case WireFormat.WireType.Fixed64:
                output.WriteFixed64(Value);
                break;
            default:
                WriteLengthDelimited(output);
                break;
        }
    }

    private void WriteLengthDelimited(CodedOutputStream output)
    {
        if (Message is null)
        {
            output.WriteBytes(UnsafeByteOperations.UnsafeWrap(Bytes));
            return;
        }

        output.WriteLength(Length);
        Message.Write(output);
    }
}
