using Microsoft.EntityFrameworkCore;

namespace Lectern.Data;

/// <summary>Makes the database ready for this version of the program: creates it, or brings an older one up to date.</summary>
/// <remarks>Whoever calls it holds the data folder: no other process writes.</remarks>
/// <param name="databases">The database.</param>
/// <param name="layout">Where it lies.</param>
public sealed class OpenDatabase(IDbContextFactory<LecternDb> databases, DataLayout layout)
{
    /// <summary>Opens the database.</summary>
    /// <param name="cancellation">Ends the opening between two migrations, each of which happens whole or not at all.</param>
    /// <exception cref="LectureException">The file is of a newer version, damaged or not ours; it was not changed.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = db.Database.GetMigrations().ToList();
        var state = DatabaseState.Read(layout.Database);
        state.RefuseNewer(known, layout.Root);
        layout.Prepare();
        if (state.Migrations.Count < known.Count)
        {
            if (state.Migrations.Count > 0)
                await KeepCopyAsync(db, known[state.Migrations.Count], cancellation);
            // A process that was killed in a migration leaves its lock behind, and the next one would wait for it for ever. We hold the folder.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
            await db.Database.MigrateAsync(cancellation);
        }

        // With a write-ahead log, readers and the writer do not wait for each other.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
    }

    /// <summary>Keeps the database as it was before a migration; the hourly cleaning removes the copy when the recycle bin's time is over.</summary>
    private async Task KeepCopyAsync(LecternDb db, string migration, CancellationToken cancellation)
    {
        var copy = layout.CopyBefore(migration);
        var part = copy + ".part";
        File.Delete(part);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {part}", cancellation);
        File.Move(part, copy, overwrite: true);
    }
}
