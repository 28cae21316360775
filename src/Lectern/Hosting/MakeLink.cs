using System.Buffers.Text;
using System.Security.Cryptography;
using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Hosting;

/// <summary>Makes a personal link, which takes the workspace to another browser.</summary>
/// <param name="databases">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class MakeLink(IDbContextFactory<LecternDb> databases, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Makes a link that works once.</summary>
    /// <param name="ownerId">The workspace.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The last part of the link's address, "/link/…": a secret that is stored nowhere.</returns>
    public async Task<string> RunAsync(Guid ownerId, CancellationToken cancellation)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Links.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        db.Links.Add(new LinkRow { TokenHash = HashOf(token), OwnerId = ownerId, ExpiresAt = now + Lifetime });
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Returns what is stored of a link.</summary>
    internal static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
