using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Hosting;

/// <summary>Follows a personal link; it works no more afterwards.</summary>
/// <param name="databases">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class FollowLink(IDbContextFactory<LecternDb> databases, TimeProvider clock)
{
    /// <summary>Uses the link up.</summary>
    /// <param name="token">The last part of its address.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The workspace that it leads to; null where there is no such link, or it was used or is too old.</returns>
    public async Task<Guid?> RunAsync(string token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = MakeLink.HashOf(token);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var link = await db.Links.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now, cancellation);

        // Of two browsers that follow it at once, the one that removes the row has it.
        return link is not null && await db.Links.Where(row => row.TokenHash == hash).ExecuteDeleteAsync(cancellation) == 1 ? link.OwnerId : null;
    }
}
