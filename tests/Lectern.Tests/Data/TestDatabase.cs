using Lectern.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Data;

/// <summary>A database of its own in a folder that is gone when the test is.</summary>
internal sealed class TestDatabase : IDbContextFactory<LecternDb>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal TestDatabase() => Layout = new DataLayout(_folder.Path);

    internal DataLayout Layout { get; }

    /// <summary>Gets or sets whose migrations are known; null for the program's own.</summary>
    internal string? Migrations { get; set; }

    /// <summary>Makes a database and opens it.</summary>
    internal static async Task<TestDatabase> OpenAsync()
    {
        var database = new TestDatabase();
        await new OpenDatabase(database, database.Layout).RunAsync(TestContext.Current.CancellationToken);
        return database;
    }

    public LecternDb CreateDbContext() =>
        new((DbContextOptions<LecternDb>)new DbContextOptionsBuilder<LecternDb>().UseLectureDatabase(Layout.Database, migrations: Migrations).Options);

    /// <summary>Adds rows.</summary>
    internal async Task AddAsync(params object[] rows)
    {
        await using var db = CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a statement on a connection that knows nothing of Entity Framework.</summary>
    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Layout.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        using (var db = CreateDbContext())
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        _folder.Dispose();
    }
}
