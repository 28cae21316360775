using System.Buffers.Binary;

namespace Lectern.Inference.Audio;

/// <summary>The first bytes of a stream, read just far enough to tell whether ffmpeg can decode it as it arrives.</summary>
/// <param name="Bytes">What was read; it must be decoded before the rest of the stream.</param>
/// <param name="NeedsFile">Whether the sound comes before the index that is needed to find it, so that only the complete file can be read.</param>
/// <remarks>
/// Of the containers that are read here only MP4 and QuickTime can put their index last (box <c>moov</c> after <c>mdat</c>, ISO/IEC 14496-12,
/// which is how cameras and phones write them). ffmpeg does not refuse such a stream: it ends well without a sample. Their boxes are
/// hence walked here. A fragmented file begins with a small <c>moov</c> and can be streamed.
/// </remarks>
internal readonly record struct StreamHead(ReadOnlyMemory<byte> Bytes, bool NeedsFile)
{
    /// <summary>How far the walk goes. Only padding could make it longer; then a file is the safe choice.</summary>
    public const int MaxBytes = 1 << 20;

    private const int BoxHeaderBytes = 8;

    /// <summary>Reads the head of a stream.</summary>
    /// <param name="stream">Positioned at its start. Is left after <see cref="Bytes"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<StreamHead> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var filled = 0;
        while (true)
        {
            if (NeedsFileFor(buffer.AsSpan(0, filled)) is { } needsFile)
                return new StreamHead(buffer.AsMemory(0, filled), needsFile);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var count = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            // Too short to decide is too short to hold sound: ffmpeg will say so.
            if (count == 0)
                return new StreamHead(buffer.AsMemory(0, filled), NeedsFile: false);
            filled += count;
        }
    }

    /// <summary>Tells whether a recording that begins so can only be read as a complete file.</summary>
    /// <param name="head">First bytes.</param>
    /// <returns>Null where more bytes are needed to tell.</returns>
    internal static bool? NeedsFileFor(ReadOnlySpan<byte> head)
    {
        var position = 0L;
        while (position <= MaxBytes)
        {
            if (position + BoxHeaderBytes > head.Length)
                return null;
            var box = head[(int)position..];
            var type = box.Slice(4, 4);
            if (position == 0 && !IsFirstBox(type))
                return false;
            if (type.SequenceEqual("moov"u8) || type.SequenceEqual("moof"u8))
                return false;
            if (type.SequenceEqual("mdat"u8))
                return true;

            long size = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (size == 1)
            {
                if (box.Length < 2 * BoxHeaderBytes)
                    return null;
                size = BinaryPrimitives.ReadInt64BigEndian(box[BoxHeaderBytes..]);
            }

            // Size 0 means "to the end of the file" and smaller ones are nonsense: no index will be found either way.
            if (size < BoxHeaderBytes || size > MaxBytes)
                return size > MaxBytes;
            position += size;
        }

        return true;
    }

    private static bool IsFirstBox(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("ftyp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8) || type.SequenceEqual("wide"u8)
        || type.SequenceEqual("free"u8) || type.SequenceEqual("skip"u8) || type.SequenceEqual("pnot"u8);
}
