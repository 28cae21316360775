using System.Net;
using Lectern.Data;
using Lectern.Hosting;
using Lectern.Inference.Catalog;
using Lectern.Models;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lectern.Tests.Hosting;

/// <summary>The real server, on a free port of this machine alone, with a data folder of its own that is gone with it.</summary>
internal sealed class LecternTestServer : IAsyncDisposable
{
    // The models of this machine, the smallest first. All servers share them: loading takes longer than most tests.
    private static readonly Lazy<ModelStore> Store = new(() =>
    {
        var machine = DataFolder.Find(Environment.GetEnvironmentVariable);
        return new ModelStore(machine, ModelCatalog.Load(machine));
    });

    private static readonly Lazy<SharedModels> Models = new(() => new SharedModels(Store.Value, Options.Create(new LecternOptions { Model = Repository.Model }), TimeProvider.System));

    private readonly TemporaryFolder? _ownFolder;
    private readonly List<HttpClient> _clients = [];

    private LecternTestServer(WebApplication app, TemporaryFolder? ownFolder)
    {
        App = app;
        _ownFolder = ownFolder;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    internal WebApplication App { get; }

    /// <summary>Gets the address, with its port.</summary>
    internal Uri Address { get; }

    internal IServiceProvider Services => App.Services;

    internal DataLayout Layout => Services.GetRequiredService<DataLayout>();

    /// <summary>Starts a server.</summary>
    /// <param name="configure">Changes services before they are built: options, the clock.</param>
    /// <param name="dataFolder">A data folder that outlives the server; null for one of its own.</param>
    /// <param name="map">Adds addresses for the test alone.</param>
    /// <param name="url">Its address; that of a server before it, or one with a free port.</param>
    internal static async Task<LecternTestServer> StartAsync(
        Action<WebApplicationBuilder>? configure = null, string? dataFolder = null, Action<IEndpointRouteBuilder>? map = null, string url = "http://127.0.0.1:0")
    {
        var ownFolder = dataFolder is null ? new TemporaryFolder() : null;
        var app = LecternServer.Create([], dataFolder ?? ownFolder!.Path, url, builder =>
        {
            builder.Logging.ClearProviders();
            // Only the lectures are the test's own.
            builder.Services.AddSingleton(Store.Value).AddSingleton(Models.Value);
            builder.Services.Configure<LecternOptions>(options => options.Model = Repository.Model);
            configure?.Invoke(builder);
        });
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LecternTestServer(app, ownFolder);
    }

    /// <summary>Starts a server with some options of its own.</summary>
    internal static Task<LecternTestServer> StartAsync(Action<LecternOptions> options) =>
        StartAsync(builder => builder.Services.Configure(options));

    /// <summary>Returns a program that asks the server: it has no cookie, and follows no redirection.</summary>
    internal HttpClient NewProgram()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    /// <summary>Returns a browser that has opened a page, and with it has a workspace of its own.</summary>
    internal async Task<HttpClient> OpenBrowserAsync()
    {
        var client = NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith($"{OwnerCookie.Scheme}=", StringComparison.Ordinal));
        return client;
    }

    /// <summary>Returns the cookie of a new workspace, as a request sends it, and the workspace's id.</summary>
    internal async Task<(string Cookie, Guid OwnerId)> NewOwnerAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
        using var response = await NewProgram().SendAsync(request, TestContext.Current.CancellationToken);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith($"{OwnerCookie.Scheme}=", StringComparison.Ordinal)).Split(';')[0];
        var ticket = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(OwnerCookie.Scheme).TicketDataFormat
            .Unprotect(cookie[(OwnerCookie.Scheme.Length + 1)..]);
        return (cookie, ticket!.Principal.OwnerId());
    }

    /// <summary>Returns a program that sends a cookie.</summary>
    internal HttpClient NewProgram(string cookie)
    {
        var client = NewProgram();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    /// <summary>Adds rows to the database.</summary>
    internal Task AddAsync(params object[] rows) => ReadAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>Returns a browser that was never here.</summary>
    internal HttpClient NewBrowser()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    /// <summary>Runs queries on the server's database.</summary>
    internal async Task<T> ReadAsync<T>(Func<LecternDb, Task<T>> query)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<LecternDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await query(db);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _ownFolder?.Dispose();
    }
}
