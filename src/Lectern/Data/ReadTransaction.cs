using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Data;

/// <summary>Begins transactions that only read.</summary>
internal static class ReadTransaction
{
    /// <summary>Lets all reads of a context see the same moment of the database until the result is disposed of. Nobody waits for it.</summary>
    internal static async Task<IAsyncDisposable> BeginReadAsync(this LecternDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation)
            ?? throw new InvalidOperationException("The context took no transaction.");
    }
}
