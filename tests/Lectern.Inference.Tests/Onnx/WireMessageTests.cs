using CsCheck;
using Google.Protobuf;
using Lectern.Inference.Onnx;

namespace Lectern.Inference.Tests.Onnx;

public sealed class WireMessageTests
{
    [Fact]
    public void Message_read_and_written_is_the_same_bytes() =>
        Fields.Sample(fields =>
        {
            var message = new WireMessage();
            foreach (var field in fields)
                message.Add(field);
            var bytes = message.ToArray();

            var read = WireMessage.Parse(bytes);

            Assert.Equal(bytes, read.ToArray());
            Assert.Equal(bytes.Length, read.Size);
            Assert.Equal(fields.Select(field => (field.Number, field.Type, field.Value)), read.Fields.Select(field => (field.Number, field.Type, field.Value)));
            Assert.All(fields.Zip(read.Fields), pair => Assert.Equal(pair.First.Bytes.ToArray(), pair.Second.Bytes.ToArray()));
        });

    [Fact]
    public void Message_in_the_middle_of_an_array_is_read_alone()
    {
        var bytes = new WireMessage().Add(3, "inside").Add(4, 7).ToArray();
        byte[] around = [0xFF, 0xFF, .. bytes, 0xFF];

        var read = WireMessage.Parse(around.AsMemory(2, bytes.Length));

        Assert.Equal("inside", read.Text(3));
        Assert.Equal(7, read.Integer(4));
        Assert.Equal(2, read.Fields.Count);
    }

    [Fact]
    public void Integers_are_read_packed_and_unpacked()
    {
        var message = new WireMessage().Add(1, new byte[] { 3, 0x96, 0x01 }).Add(1, -2);

        Assert.Equal([3, 150, -2], WireMessage.Parse(message.ToArray()).Integers(1));
    }

    private static Gen<WireField[]> Fields =>
        Gen.Select(Gen.Int[1, (1 << 29) - 1], Gen.Int[0, 3], Gen.ULong, Gen.Byte.Array[0, 300]).Select((number, kind, value, bytes) => kind switch
        {
            0 => WireField.OfNumber(number, WireFormat.WireType.Varint, value),
            1 => WireField.OfNumber(number, WireFormat.WireType.Fixed32, (uint)value),
            2 => WireField.OfNumber(number, WireFormat.WireType.Fixed64, value),
            _ => WireField.OfBytes(number, bytes),
        }).Array[0, 10];
}
