using System.Buffers.Binary;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class WaveHeaderTests
{
    [Fact]
    public void Channels_and_loudspeakers_are_read()
    {
        Assert.Equal(new WaveHeader(6, 0x3F), WaveHeader.ParseFormat(Format(6, 16_000, 32, 0x3F)));
        Assert.Equal(new WaveHeader(2, 0), WaveHeader.ParseFormat(Format(2, 16_000, 32, 7).AsSpan(0, 18)));
    }

    [Theory]
    [InlineData(0, 16_000, 32)]
    [InlineData(65, 16_000, 32)]
    [InlineData(1, 44_100, 32)]
    [InlineData(1, 16_000, 16)]
    public void Header_other_than_asked_for_is_refused(int channels, int rate, int bits)
    {
        Assert.Throws<InvalidDataException>(() => WaveHeader.ParseFormat(Format(channels, rate, bits, 0)));
    }

    private static byte[] Format(int channels, int rate, int bits, uint speakers)
    {
        var body = new byte[40];
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(2), (ushort)channels);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), rate);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(14), (ushort)bits);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(20), speakers);
        return body;
    }
}
