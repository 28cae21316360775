namespace Lectern.Inference.Audio;

/// <summary>A private copy of a stream on disk, gone when it is disposed.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private TemporaryCopy(FileStream file) => File = file;

    /// <summary>The copy. On Linux it has no name any more; <see cref="FfmpegArguments.FileInput"/> reaches it all the same.</summary>
    public FileStream File { get; }

    /// <summary>Copies a stream to its end.</summary>
    /// <param name="head">Bytes that come before the stream's own.</param>
    /// <param name="rest">The stream.</param>
    /// <param name="name">The recording's name, for messages.</param>
    /// <param name="options">Folder and size limit.</param>
    /// <param name="cancellationToken">Stops the copying and deletes what there is.</param>
    /// <exception cref="AudioException">The folder cannot be written to, is full, or the stream is longer than allowed.</exception>
    /// <remarks>What the stream throws passes through.</remarks>
    public static async Task<TemporaryCopy> CreateAsync(
        ReadOnlyMemory<byte> head, Stream rest, string name, AudioDecoderOptions options, CancellationToken cancellationToken)
    {
        var copy = Create(name, options);
        try
        {
            await copy.WriteAsync(head, name, options, cancellationToken);
            var buffer = new byte[BufferBytes];
            while (await rest.ReadAsync(buffer, cancellationToken) is > 0 and var count)
                await copy.WriteAsync(buffer.AsMemory(0, count), name, options, cancellationToken);
            await copy.FlushAsync(name, options, cancellationToken);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();

    private static TemporaryCopy Create(string name, AudioDecoderOptions options)
    {
        var path = Path.Combine(options.TemporaryFolder, $"lectern-{Guid.NewGuid():N}");
        var open = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var file = new FileStream(path, open);
            // Without a name from the start, the copy vanishes even if this process is killed.
            if (OperatingSystem.IsLinux())
                System.IO.File.Delete(path);
            return new TemporaryCopy(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NoRoom(name, options, error);
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, string name, AudioDecoderOptions options, CancellationToken cancellationToken)
    {
        if (File.Position + bytes.Length > options.MaxTemporaryBytes)
            throw new AudioException(
                $"“{name}” keeps its index at its end and is larger than the {options.MaxTemporaryBytes >> 20} MiB that may be held back until it arrives. " +
                "Save it for streaming (“fast start”), or convert it to M4A or MP3, and try again.");
        try
        {
            await File.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException error)
        {
            throw NoRoom(name, options, error);
        }
    }

    private async Task FlushAsync(string name, AudioDecoderOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await File.FlushAsync(cancellationToken);
        }
        catch (IOException error)
        {
            throw NoRoom(name, options, error);
        }
    }

    private static AudioException NoRoom(string name, AudioDecoderOptions options, Exception error) => new(
        $"“{name}” must be copied to “{options.TemporaryFolder}” before it can be read, and that failed: {error.Message.TrimEnd('.')}. " +
        "Free some space there or choose another temporary folder.", error);
}
