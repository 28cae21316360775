namespace Lectern.Sessions;

/// <summary>Reads audio from its first byte while the rest arrives: at the end of what is there, a read waits for more.</summary>
/// <remarks>Between writer and reader stands the file on the disk, so memory does not grow. One reader; owns the file.</remarks>
/// <param name="arriving">How much is there.</param>
/// <param name="file">The file, opened for reading while it grows.</param>
internal sealed class ArrivingStream(ArrivingAudio arriving, FileStream file) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await arriving.WhenBeyondAsync(file.Position, cancellationToken);

        // No further than what was told: what comes after it may yet be taken back.
        var present = arriving.Length - file.Position;
        return present <= 0 ? 0 : await file.ReadAsync(present < buffer.Length ? buffer[..(int)present] : buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
