using Lectern.Data;
using Microsoft.Data.Sqlite;

namespace Lectern.Backups;

/// <summary>Puts a backup into a data folder that holds no lectures yet.</summary>
/// <remarks>All of it is unpacked beside and checked before anything is put in its place; the database comes last, and with it the lectures.</remarks>
/// <param name="layout">The data folder; it need not be there. Models in it stay.</param>
public sealed class RestoreBackup(DataLayout layout)
{
    private const string StagingPattern = "restore-*.part";

    /// <summary>Restores a backup.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops it before anything is put in its place; nothing is left then.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="LectureException">There are lectures already, or the backup is damaged, of a newer version or cannot be read.</exception>
    public async Task<BackupManifest> RunAsync(string file, IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new LectureException($"There is no file '{file}'.");
        var isNew = !Directory.Exists(layout.Root);
        var isRestored = false;
        try
        {
            using (DataFolderLock.Take(layout))
            {
                RefuseIfInUse();
                var manifest = await RestoreAsync(file, progress, cancellation);
                isRestored = true;
                return manifest;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LectureException($"'{file}' cannot be restored to '{layout.Root}': {error.Message} Nothing was put there.", error);
        }
        finally
        {
            if (isNew && !isRestored && Directory.Exists(layout.Root))
                Directory.Delete(layout.Root, recursive: true);
        }
    }

    private void RefuseIfInUse()
    {
        var present = new[] { layout.Database, layout.Audio, layout.Keys }
            .FirstOrDefault(path => File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()));
        if (present is not null)
        {
            throw new LectureException(
                $"The data folder '{layout.Root}' is in use: there is '{Path.GetFileName(present)}' in it. A backup replaces nothing; name an empty or a new folder with --data.");
        }
    }

    private async Task<BackupManifest> RestoreAsync(string file, IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        // What a process that was killed has left.
        foreach (var dead in Directory.EnumerateDirectories(layout.Root, StagingPattern))
            Directory.Delete(dead, recursive: true);
        var staging = new DataLayout(Path.Combine(layout.Root, StagingPattern.Replace("*", $"{Environment.ProcessId}", StringComparison.Ordinal)));
        Directory.CreateDirectory(staging.Root);
        try
        {
            var manifest = await new BackupReader(file, staging).ReadAsync(progress, cancellation);
            Verify(staging, file);
            cancellation.ThrowIfCancellationRequested();
            Place(staging);
            return manifest;
        }
        finally
        {
            Directory.Delete(staging.Root, recursive: true);
        }
    }

    private static void Verify(DataLayout staging, string file)
    {
        DatabaseState.Read(staging.Database).RefuseNewer(LecternDb.KnownMigrations, file);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = staging.Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (command.ExecuteScalar() is not "ok")
            throw new LectureException($"The database in '{file}' is damaged. Nothing was restored.");
    }

    private void Place(DataLayout staging)
    {
        foreach (var (from, to) in new[] { (staging.Keys, layout.Keys), (staging.Audio, layout.Audio) })
        {
            if (!Directory.Exists(from))
                continue;
            if (Directory.Exists(to))
                Directory.Delete(to);
            Directory.Move(from, to);
        }

        File.Move(staging.Database, layout.Database);
    }
}
