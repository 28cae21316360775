using Lectern.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lectern.Tests.Hosting;

/// <summary>One server for all tests of a class that need no more than a workspace of their own; with addresses that change something, refuse, break, and tell the workspace.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal LecternTestServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Server = await StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Starts such a server for a test that needs one of its own.</summary>
    /// <param name="folder">A data folder that outlives the server; null for one of its own.</param>
    internal static Task<LecternTestServer> StartAsync(string? folder = null) => LecternTestServer.StartAsync(dataFolder: folder, map: routes =>
    {
        routes.MapMethods("/api/change", ["GET", "POST"], () => "changed");
        routes.MapGet("/api/refused", string () => throw new LectureException("Not now."));
        routes.MapGet("/api/broken", string () => throw new NotSupportedException("secret"));
        routes.MapGet("/api/owner", (HttpContext context) => context.User.OwnerId());
    });
}
