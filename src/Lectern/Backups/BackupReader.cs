using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Lectern.Data;

namespace Lectern.Backups;

/// <summary>Unpacks a backup into a folder and checks that all of it is there, as it was written.</summary>
/// <param name="file">The backup.</param>
/// <param name="staging">Where to unpack it; empty.</param>
internal sealed class BackupReader(string file, DataLayout staging)
{
    private const int MostManifestBytes = 64 << 20;

    private readonly Dictionary<string, BackupEntry> _unpacked = new(StringComparer.Ordinal);

    /// <summary>Unpacks and checks.</summary>
    /// <exception cref="LectureException">It is not a backup, damaged, cut off or of a newer version.</exception>
    internal async Task<BackupManifest> ReadAsync(IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            var manifest = await UnpackAsync(progress, cancellation)
                ?? throw new LectureException($"'{file}' is not a backup of Lectern's, or it was cut off: it has no list of what is in it. Nothing was restored.");
            Check(manifest);
            return manifest;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException or JsonException)
        {
            throw new LectureException($"'{file}' is not a backup of Lectern's, or it is damaged: {error.Message} Nothing was restored.", error);
        }
    }

    private async Task<BackupManifest?> UnpackAsync(IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        await using var input = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: true);
        await using var zip = await IsCompressedAsync(input, cancellation) ? new GZipStream(input, CompressionMode.Decompress, leaveOpen: true) : null;
        await using var tar = new TarReader(zip ?? (Stream)input, leaveOpen: true);
        BackupManifest? manifest = null;
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (manifest is not null)
                throw new InvalidDataException("There is something behind its end.");
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                throw new InvalidDataException($"'{entry.Name}' is no file.");
            if (string.Equals(entry.Name, BackupNames.Manifest, StringComparison.Ordinal))
                manifest = await ReadManifestAsync(entry, cancellation);
            else
                await UnpackAsync(entry, () => progress?.Report(new BackupProgress(input.Position, input.Length)), cancellation);
        }

        return manifest;
    }

    private static async Task<bool> IsCompressedAsync(FileStream input, CancellationToken cancellation)
    {
        var magic = new byte[2];
        var count = await input.ReadAtLeastAsync(magic, magic.Length, throwOnEndOfStream: false, cancellation);
        input.Position = 0;
        return count == magic.Length && magic is [0x1F, 0x8B];
    }

    private static async Task<BackupManifest?> ReadManifestAsync(TarEntry entry, CancellationToken cancellation)
    {
        if (entry.DataStream is not { } content || entry.Length > MostManifestBytes)
            throw new InvalidDataException("Its list of what is in it is empty or too long.");
        return await JsonSerializer.DeserializeAsync(content, BackupJson.Default.BackupManifest, cancellation);
    }

    private async Task UnpackAsync(TarEntry entry, Action onBytes, CancellationToken cancellation)
    {
        var path = BackupNames.PathIn(staging, entry.Name) ?? throw new InvalidDataException($"'{entry.Name}' has no place in a data folder.");
        if (_unpacked.ContainsKey(entry.Name))
            throw new InvalidDataException($"'{entry.Name}' is in it twice.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var output = new FileStream(path, open);
        await using var content = new HashedStream(entry.DataStream ?? Stream.Null, entry.Length, _ => onBytes());
        await content.CopyToAsync(output, cancellation);
        output.Flush(flushToDisk: true);
        _unpacked.Add(entry.Name, new BackupEntry(entry.Name, content.Length, content.Sha256()));
    }

    private void Check(BackupManifest manifest)
    {
        if (manifest.Format > BackupManifest.CurrentFormat)
            throw new LectureException($"'{file}' was written by a newer version of Lectern, {manifest.Program}. Nothing was restored; use that version or a newer one.");
        foreach (var entry in manifest.Files)
        {
            if (!_unpacked.Remove(entry.Name, out var unpacked))
                throw new InvalidDataException($"'{entry.Name}' is missing.");
            if (unpacked != entry)
                throw new InvalidDataException($"'{entry.Name}' has the SHA-256 {unpacked.Sha256} instead of {entry.Sha256}.");
        }

        if (_unpacked.Count > 0)
            throw new InvalidDataException($"'{_unpacked.Keys.First()}' is not on its list.");
        if (!File.Exists(staging.Database))
            throw new InvalidDataException("There is no database in it.");
    }
}
