using System.Buffers.Binary;

namespace Lectern.Recordings;

/// <summary>Knows a WAV whose header leaves its length open, as programs write one that they cannot go back in.</summary>
internal static class OpenWave
{
    /// <summary>How many first bytes are looked at: RIFF header, format and what a writer may put before the samples.</summary>
    internal const int HeadBytes = 512;

    private const uint Open = uint.MaxValue;
    private const int RiffBytes = 12;
    private const int ChunkBytes = 8;

    /// <summary>Returns the first bytes with the sizes that are true.</summary>
    /// <param name="head">The first bytes of a file.</param>
    /// <param name="length">The length of the file.</param>
    /// <returns>Null where it is no such WAV, or one that is too long for its sizes to be said.</returns>
    internal static byte[]? TrueHead(ReadOnlySpan<byte> head, long length)
    {
        if (head.Length < RiffBytes + ChunkBytes || !head.StartsWith("RIFF"u8) || !head[ChunkBytes..].StartsWith("WAVE"u8) || length - ChunkBytes >= Open)
            return null;
        for (var at = RiffBytes; at + ChunkBytes <= head.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head[(at + 4)..]);
            if (head[at..].StartsWith("data"u8))
                return size == Open ? WithSizes(head[..(at + ChunkBytes)], length) : null;
            if (size > head.Length)
                return null;
            at += ChunkBytes + (int)(size + (size & 1));
        }

        return null;
    }

    private static byte[] WithSizes(ReadOnlySpan<byte> head, long length)
    {
        var result = head.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)(length - ChunkBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(result.Length - 4), (uint)(length - result.Length));
        return result;
    }
}
