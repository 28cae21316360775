using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Backups;

/// <summary>Writes a data folder to one file, while a server may be working on it.</summary>
/// <remarks>
/// First the database as it is at one moment, then the audio of its lectures: audio only grows, so all that the database speaks of is there.
/// Models are not in it: they are fetched again.
/// </remarks>
/// <param name="layout">The data folder.</param>
/// <param name="clock">The clock.</param>
public sealed class MakeBackup(DataLayout layout, TimeProvider clock)
{
    /// <summary>Makes the backup.</summary>
    /// <param name="file">The file; a tar archive, compressed where the name ends with .gz or .tgz. It must not be there yet.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops it; no file is left then.</param>
    /// <returns>What is in it.</returns>
    /// <exception cref="LectureException">There is nothing to back up, or the file is there or cannot be written.</exception>
    public async Task<BackupManifest> RunAsync(string file, IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!File.Exists(layout.Database))
            throw new LectureException($"There are no lectures in '{layout.Root}' to back up. Name another data folder with --data.");
        if (Path.Exists(file))
            throw new LectureException($"'{file}' is there already, and a backup replaces nothing. Choose another name.");
        DatabaseState.Read(layout.Database).RefuseNewer(LecternDb.KnownMigrations, layout.Root);
        var (part, snapshot) = ($"{file}.{Environment.ProcessId}.part", $"{file}.{Environment.ProcessId}.db.part");
        try
        {
            var (lectures, photos) = await TakeSnapshotAsync(snapshot, cancellation);
            var manifest = await WriteAsync(part, IsCompressed(file), FilesOf(snapshot, lectures, photos), lectures.Count, progress, cancellation);
            cancellation.ThrowIfCancellationRequested();
            File.Move(part, file, overwrite: false);
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new LectureException($"The backup '{file}' cannot be written: {error.Message} There is no such file now.", error);
        }
        finally
        {
            File.Delete(part);
            File.Delete(snapshot);
        }
    }

    private static bool IsCompressed(string file) =>
        file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Copies the database as it is at one moment, and returns the ids of its lectures and the paths of its photos.</summary>
    private async Task<(IReadOnlyList<Guid> Lectures, IReadOnlyList<(Guid Lecture, string Path)> Photos)> TakeSnapshotAsync(string snapshot, CancellationToken cancellation)
    {
        File.Delete(snapshot);
        await using (var db = LecternDb.Open(layout.Database))
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {snapshot}", cancellation);
        await using var copy = LecternDb.Open(snapshot);
        var audio = new AudioFolder(layout);
        var photos = await copy.Marks.Where(mark => mark.Photo != null).Select(mark => new { mark.LectureId, mark.Id, mark.Photo }).ToListAsync(cancellation);
        return (
            await copy.Lectures.Select(lecture => lecture.Id).ToListAsync(cancellation),
            [.. photos.Select(mark => (mark.LectureId, audio.PhotoOf(mark.LectureId, mark.Id, mark.Photo!)))]);
    }

    private IReadOnlyList<(string Name, string Path)> FilesOf(string snapshot, IReadOnlyList<Guid> lectures, IReadOnlyList<(Guid Lecture, string Path)> photos)
    {
        var audio = new AudioFolder(layout);
        var recordings = lectures
            .SelectMany(id => new[] { audio.RecordingOf(id), audio.WaveformOf(id) }.Select(path => (Name: BackupNames.OfAudio(id, path), path)))
            .Concat(photos.Select(photo => (Name: BackupNames.OfAudio(photo.Lecture, photo.Path), path: photo.Path)))
            .Where(file => File.Exists(file.path));
        var keys = Directory.Exists(layout.Keys) ? Directory.EnumerateFiles(layout.Keys, "*.xml").Select(path => (BackupNames.OfKey(path), path)) : [];
        return [(BackupNames.Database, snapshot), .. keys, .. recordings];
    }

    private async Task<BackupManifest> WriteAsync(
        string part, bool isCompressed, IReadOnlyList<(string Name, string Path)> files, int lectures, IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        await using var output = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None);
        await using var zip = isCompressed ? new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true) : null;
        await using var tar = new TarWriter(zip ?? (Stream)output, TarEntryFormat.Pax, leaveOpen: true);
        var (done, total) = (0L, files.Sum(file => new FileInfo(file.Path).Length));
        var entries = new List<BackupEntry>();
        foreach (var (name, path) in files)
        {
            await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true);
            await using var content = new HashedStream(source, source.Length, count => progress?.Report(new BackupProgress(done += count, Math.Max(total, done))));
            await tar.WriteEntryAsync(Entry(name, content, new DateTimeOffset(File.GetLastWriteTimeUtc(path))), cancellation);
            entries.Add(new BackupEntry(name, content.Length, content.Sha256()));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Program = typeof(MakeBackup).Assembly.GetName().Version!.ToString(3),
            CreatedAt = clock.GetUtcNow(),
            Lectures = lectures,
            Files = entries,
        };
        await using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest));
        await tar.WriteEntryAsync(Entry(BackupNames.Manifest, json, manifest.CreatedAt), cancellation);
        await tar.DisposeAsync();
        if (zip is not null)
            await zip.DisposeAsync();
        output.Flush(flushToDisk: true);
        return manifest;
    }

    // For the owner's eyes: it holds what was said, and the keys of the workspaces.
    private static PaxTarEntry Entry(string name, Stream content, DateTimeOffset time) => new(TarEntryType.RegularFile, name)
    {
        DataStream = content,
        ModificationTime = time,
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };
}
