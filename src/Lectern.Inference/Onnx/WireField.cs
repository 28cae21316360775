using Google.Protobuf;

namespace Lectern.Inference.Onnx;

/// <summary>One field of a protobuf message: a number and a value, which is an integer or bytes by its wire type.</summary>
internal sealed record WireField(int Number, WireFormat.WireType Type, ulong Value, byte[] Bytes);
