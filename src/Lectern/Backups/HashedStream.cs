using System.Security.Cryptography;

namespace Lectern.Backups;

/// <summary>Reads a file up to a length that was fixed before, and hashes what is read. The file may grow meanwhile.</summary>
/// <param name="file">The file, at its start; not owned.</param>
/// <param name="length">How much is read; the file has that much.</param>
/// <param name="onBytes">Told how many bytes were read at once.</param>
internal sealed class HashedStream(Stream file, long length, Action<int> onBytes) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("What is hashed is read once, in order.");
    }

    /// <summary>Returns the SHA-256 of what was read.</summary>
    internal string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override int Read(Span<byte> buffer) => Took(buffer, file.Read(buffer[..(int)Math.Min(buffer.Length, length - _position)]));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - _position)], cancellationToken);
        return Took(buffer.Span, count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("What is hashed is read once, in order.");

    public override void SetLength(long value) => throw new NotSupportedException("It is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read only.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private int Took(ReadOnlySpan<byte> buffer, int count)
    {
        if (count == 0 && _position < length)
            throw new EndOfStreamException("The file became shorter while it was read.");
        _hash.AppendData(buffer[..count]);
        _position += count;
        onBytes(count);
        return count;
    }
}
