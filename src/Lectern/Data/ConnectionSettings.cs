using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lectern.Data;

/// <summary>Sets every connection to the database up in the same way.</summary>
/// <remarks>
/// <c>synchronous=FULL</c>: with a write-ahead log the default loses the last commits when the power fails, and what a method has
/// promised must be there; a commit every few seconds pays for it. <c>secure_delete=FAST</c> overwrites what is deleted where that costs
/// no further write, since a lecture removed for good should not be readable in the file.
/// </remarks>
internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    internal const string Pragmas = "PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA synchronous=FULL; PRAGMA secure_delete=FAST;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
