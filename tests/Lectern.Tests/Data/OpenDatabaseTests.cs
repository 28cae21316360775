using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Data;

public sealed class OpenDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_database_has_the_tables_of_the_model()
    {
        using var database = await TestDatabase.OpenAsync();
        await using var db = database.CreateDbContext();

        Assert.Empty(await db.Lectures.ToListAsync(Cancellation));
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: dotnet ef migrations add.");
    }

    [Fact]
    public async Task Other_users_of_the_machine_cannot_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the folder of a user to itself.");
        using var database = await TestDatabase.OpenAsync();

        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(database.Layout.Database));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(database.Layout.Keys));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(database.Layout.Audio));
    }

    [Fact]
    public async Task Connections_are_durable_and_do_not_block_readers()
    {
        using var database = await TestDatabase.OpenAsync();
        await using var db = database.CreateDbContext();

        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal("2", await PragmaAsync(db, "synchronous"));
        Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
        Assert.Equal("10000", await PragmaAsync(db, "busy_timeout"));
    }

    [Fact]
    public async Task Opening_again_keeps_what_is_there()
    {
        using var database = await TestDatabase.OpenAsync();
        await database.AddAsync(Rows.Lecture(Guid.NewGuid(), "Entropy"));

        await new OpenDatabase(database, database.Layout).RunAsync(Cancellation);

        await using var db = database.CreateDbContext();
        Assert.Equal("Entropy", (await db.Lectures.SingleAsync(Cancellation)).Title);
        Assert.Empty(database.Layout.CopiesBefore());
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_refused_and_not_touched()
    {
        using var database = await TestDatabase.OpenAsync();
        await database.ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '20.0'); PRAGMA wal_checkpoint(TRUNCATE);");
        var before = await File.ReadAllBytesAsync(database.Layout.Database, Cancellation);

        var error = await Assert.ThrowsAsync<LectureException>(() => new OpenDatabase(database, database.Layout).RunAsync(Cancellation));

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_Later", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Layout.Database, Cancellation));
    }

    [Fact]
    public async Task Database_of_something_else_is_refused_and_not_touched()
    {
        using var database = new TestDatabase();
        await database.ExecuteAsync("CREATE TABLE recipes (name TEXT)");
        var before = await File.ReadAllBytesAsync(database.Layout.Database, Cancellation);

        var error = await Assert.ThrowsAsync<LectureException>(() => new OpenDatabase(database, database.Layout).RunAsync(Cancellation));

        Assert.Contains("not one of Lectern's", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Layout.Database, Cancellation));
    }

    [Fact]
    public async Task File_that_is_no_database_is_refused_and_not_touched()
    {
        using var database = new TestDatabase();
        await File.WriteAllTextAsync(database.Layout.Database, new string('x', 10_000), Cancellation);

        var error = await Assert.ThrowsAsync<LectureException>(() => new OpenDatabase(database, database.Layout).RunAsync(Cancellation));

        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 10_000), await File.ReadAllTextAsync(database.Layout.Database, Cancellation));
    }

    [Fact]
    public async Task Lock_of_a_migration_that_was_killed_does_not_stop_the_next_one()
    {
        using var database = new TestDatabase();
        await database.ExecuteAsync("""
            CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-25 09:00:00');
            """);

        await new OpenDatabase(database, database.Layout).RunAsync(Cancellation);

        await using var db = database.CreateDbContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task Database_of_an_older_version_is_brought_up_to_date_and_a_copy_kept()
    {
        using var database = await TestDatabase.OpenAsync();
        await database.AddAsync(Rows.Lecture(Guid.NewGuid(), "Entropy"));

        database.Migrations = typeof(LaterMigration).Assembly.GetName().Name;
        await new OpenDatabase(database, database.Layout).RunAsync(Cancellation);

        await database.ExecuteAsync("INSERT INTO Later VALUES (1)");
        Assert.Equal([.. LecternDb.KnownMigrations, LaterMigration.Id], DatabaseState.Read(database.Layout.Database).Migrations);
        var copy = Assert.Single(database.Layout.CopiesBefore());
        Assert.Equal(LecternDb.KnownMigrations, DatabaseState.Read(copy).Migrations);
    }

    private static async Task<string> PragmaAsync(LecternDb db, string name)
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return $"{await command.ExecuteScalarAsync(Cancellation)}";
    }
}
