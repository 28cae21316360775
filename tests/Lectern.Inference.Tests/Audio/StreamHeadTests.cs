using System.Buffers.Binary;
using System.Text;
using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class StreamHeadTests
{
    [Theory]
    [InlineData("ftyp:24 moov:500", false)]
    [InlineData("ftyp:24 mdat:500", true)]
    [InlineData("ftyp:24 free:8 wide:8 mdat:1", true)]
    [InlineData("ftyp:24 uuid:3000 moov:500", false)]
    [InlineData("ftyp:24 moof:500", false)]
    [InlineData("mdat:500", true)]
    [InlineData("moov:500", false)]
    [InlineData("wide:8 mdat:0", true)]
    [InlineData("ftyp:24 free:2000000", true)]
    [InlineData("ftyp:24 junk:3", false)]
    [InlineData("ftyp:24 junk:0", false)]
    [InlineData("fLaC:24 mdat:500", false)]
    public void Boxes_tell_whether_the_index_comes_last(string boxes, bool needsFile)
    {
        Assert.Equal(needsFile, StreamHead.NeedsFileFor(Boxes(boxes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftyp:24")]
    [InlineData("ftyp:24 uuid:70000")]
    public void Too_few_bytes_ask_for_more(string boxes)
    {
        Assert.Null(StreamHead.NeedsFileFor(Boxes(boxes)));
    }

    [Fact]
    public void Box_with_a_long_size_is_walked()
    {
        var head = Boxes("ftyp:24 free:40 mdat:50");
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(24), 1);
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(32), 40);

        Assert.True(StreamHead.NeedsFileFor(head));
        Assert.Null(StreamHead.NeedsFileFor(head.AsSpan(0, 36)));
    }

    [Fact]
    public async Task Head_holds_every_byte_that_was_taken_from_the_stream()
    {
        var bytes = Boxes("ftyp:24 uuid:90000 mdat:1000");
        var stream = new ArrivingStream(bytes, () => 1000);

        var head = await StreamHead.ReadAsync(stream, TestContext.Current.CancellationToken);
        var rest = new MemoryStream();
        await stream.CopyToAsync(rest, TestContext.Current.CancellationToken);

        Assert.True(head.NeedsFile);
        byte[] both = [.. head.Bytes.Span, .. rest.ToArray()];
        Assert.Equal(bytes, both);
    }

    // The last box may claim more than there is.
    private static byte[] Boxes(string description)
    {
        using var bytes = new MemoryStream();
        foreach (var box in description.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var size = int.Parse(box[5..]);
            var header = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(header, size);
            Encoding.ASCII.GetBytes(box.AsSpan(0, 4), header.AsSpan(4));
            bytes.Write(header);
            bytes.Write(new byte[Math.Clamp(size - 8, 0, 65_536 + 40_000)]);
        }

        var all = bytes.ToArray();
        return description.EndsWith("uuid:70000", StringComparison.Ordinal) ? all[..1000] : all;
    }
}
