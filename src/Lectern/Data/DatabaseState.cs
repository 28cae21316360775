using Microsoft.Data.Sqlite;

namespace Lectern.Data;

/// <summary>What a database file is, told without changing it.</summary>
/// <param name="Migrations">The migrations that it has seen, in order; empty for a new one.</param>
internal sealed record DatabaseState(IReadOnlyList<string> Migrations)
{
    private const int CannotOpen = 14;

    /// <summary>Reads the state of a file.</summary>
    /// <param name="file">The file; it need not be there.</param>
    /// <exception cref="LectureException">It is not a database of Lectern's, damaged, or cannot be read.</exception>
    internal static DatabaseState Read(string file)
    {
        if (new FileInfo(file) is not { Exists: true, Length: > 0 })
            return new DatabaseState([]);
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            var tables = Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
            if (tables.Contains("__EFMigrationsHistory", StringComparer.Ordinal))
                return new DatabaseState(Texts(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId"));
            return tables.All(table => string.Equals(table, "__EFMigrationsLock", StringComparison.Ordinal))
                ? new DatabaseState([])
                : throw new LectureException($"'{file}' is a database, but not one of Lectern's. It was left as it is; choose another data folder with --data.");
        }
        catch (SqliteException error)
        {
            var what = error.SqliteErrorCode == CannotOpen ? "cannot be opened" : "is not a database of Lectern's, or it is damaged";
            throw new LectureException($"'{file}' {what}: {error.Message} It was left as it is; 'lectern restore' brings a backup back.", error);
        }
    }

    /// <summary>Checks that this program knows the database's version.</summary>
    /// <param name="known">The migrations that the program has.</param>
    /// <param name="what">The file or folder, for the message.</param>
    /// <exception cref="LectureException">The database is of a newer version.</exception>
    internal void RefuseNewer(IEnumerable<string> known, string what)
    {
        var unknown = Migrations.Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new LectureException(
                $"'{what}' was written by a newer version of Lectern (it has {unknown[^1]}, which this one does not know). "
                + "Nothing in it was changed. Use that version or a newer one, or choose another data folder with --data.");
        }
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
