namespace Lectern.Inference.Audio;

/// <summary>Copies a stream into ffmpeg's standard input as its bytes arrive.</summary>
/// <remarks>Used by one reader and one copier: the properties may be read while <see cref="CopyAsync"/> runs.</remarks>
internal sealed class StreamFeed(ReadOnlyMemory<byte> head, Stream rest)
{
    private const int BufferBytes = 64 * 1024;

    private long _copiedBytes;
    private volatile bool _waitsForSource;

    /// <summary>Bytes that ffmpeg has taken.</summary>
    public long CopiedBytes => Interlocked.Read(ref _copiedBytes);

    /// <summary>Whether the source has nothing to give just now, so that ffmpeg cannot be blamed for being silent.</summary>
    public bool WaitsForSource => _waitsForSource;

    /// <summary>Copies the head and then the rest, and closes <paramref name="input"/> however it ends.</summary>
    /// <param name="input">ffmpeg's standard input. Its pipe holds 64 KiB: a slow reader of the sound slows the source down, and nothing piles up.</param>
    /// <param name="cancellationToken">Stops the copy.</param>
    /// <exception cref="OperationCanceledException">The copy was stopped.</exception>
    /// <remarks>What the source throws passes through. That ffmpeg has gone is no error here: its exit code and last lines tell why.</remarks>
    public async Task CopyAsync(Stream input, CancellationToken cancellationToken)
    {
        try
        {
            if (!await TryWriteAsync(input, head, cancellationToken))
                return;
            var buffer = new byte[BufferBytes];
            while (true)
            {
                _waitsForSource = true;
                var count = await rest.ReadAsync(buffer, cancellationToken);
                _waitsForSource = false;
                if (count == 0 || !await TryWriteAsync(input, buffer.AsMemory(0, count), cancellationToken))
                    return;
            }
        }
        finally
        {
            _waitsForSource = false;
            Close(input);
        }
    }

    private async Task<bool> TryWriteAsync(Stream input, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await input.WriteAsync(bytes, cancellationToken);
            await input.FlushAsync(cancellationToken);
            Interlocked.Add(ref _copiedBytes, bytes.Length);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Close(Stream input)
    {
        try
        {
            input.Dispose();
        }
        catch (IOException)
        {
            // The last flush found the pipe's other end closed: ffmpeg has gone.
        }
    }
}
