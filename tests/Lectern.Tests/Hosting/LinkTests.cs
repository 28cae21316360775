using System.Net;
using Lectern.Hosting;
using Lectern.Tests.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Hosting;

public sealed class LinkTests
{
    private static readonly Guid Owner = Guid.NewGuid();

    [Fact]
    public async Task Link_leads_to_its_workspace_once()
    {
        using var database = await TestDatabase.OpenAsync();
        var follow = new FollowLink(database, TimeProvider.System);
        var token = await new MakeLink(database, TimeProvider.System).RunAsync(Owner, TestContext.Current.CancellationToken);

        Assert.Null(await follow.RunAsync(token + "x", TestContext.Current.CancellationToken));
        Assert.Equal(Owner, await follow.RunAsync(token, TestContext.Current.CancellationToken));
        Assert.Null(await follow.RunAsync(token, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Link_is_128_random_bits_of_which_only_a_hash_is_stored()
    {
        using var database = await TestDatabase.OpenAsync();

        var token = await new MakeLink(database, TimeProvider.System).RunAsync(Owner, TestContext.Current.CancellationToken);

        Assert.Matches("^[A-Za-z0-9_-]{22}$", token);
        await using var db = database.CreateDbContext();
        var row = await db.Links.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)), row.TokenHash);
    }

    [Fact]
    public async Task Old_link_leads_nowhere()
    {
        using var database = await TestDatabase.OpenAsync();
        var clock = new ManualClock();
        var token = await new MakeLink(database, clock).RunAsync(Owner, TestContext.Current.CancellationToken);

        clock.Advance(MakeLink.Lifetime.TotalSeconds);

        Assert.Null(await new FollowLink(database, clock).RunAsync(token, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_many_browsers_that_follow_a_link_at_once_one_gets_in()
    {
        using var database = await TestDatabase.OpenAsync();
        var follow = new FollowLink(database, TimeProvider.System);
        var token = await new MakeLink(database, TimeProvider.System).RunAsync(Owner, TestContext.Current.CancellationToken);

        var owners = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => follow.RunAsync(token, TestContext.Current.CancellationToken))));

        Assert.Single(owners, Owner);
    }

    [Fact]
    public async Task Browser_that_follows_a_link_has_the_workspace()
    {
        await using var server = await StartAsync();
        var token = await server.Services.GetRequiredService<MakeLink>().RunAsync(Owner, TestContext.Current.CancellationToken);
        var browser = await server.OpenBrowserAsync();

        using var followed = await FollowAsync(browser, token, await browser.GetStringAsync("/api/form", TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Redirect, followed.StatusCode);
        Assert.Equal("/", followed.Headers.Location?.ToString());
        Assert.Equal(Owner.ToString(), (await browser.GetStringAsync("/api/owner", TestContext.Current.CancellationToken)).Trim('"'));
    }

    [Fact]
    public async Task Form_of_another_site_follows_no_link()
    {
        await using var server = await StartAsync();
        var token = await server.Services.GetRequiredService<MakeLink>().RunAsync(Owner, TestContext.Current.CancellationToken);
        var browser = await server.OpenBrowserAsync();

        using var refused = await FollowAsync(browser, token, "forged");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotEqual(Owner.ToString(), (await browser.GetStringAsync("/api/owner", TestContext.Current.CancellationToken)).Trim('"'));
    }

    [Fact]
    public async Task Spent_link_leads_to_the_page_that_says_so()
    {
        await using var server = await StartAsync();
        var browser = await server.OpenBrowserAsync();

        using var spent = await FollowAsync(browser, "AAAAAAAAAAAAAAAAAAAAAA", await browser.GetStringAsync("/api/form", TestContext.Current.CancellationToken));

        Assert.Equal("/workspace?link=spent", spent.Headers.Location?.ToString());
    }

    private static Task<LecternTestServer> StartAsync() => LecternTestServer.StartAsync(map: routes =>
    {
        routes.MapGet("/api/owner", (HttpContext context) => context.User.OwnerId());
        routes.MapGet("/api/form", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken);
    });

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient browser, string token, string form)
    {
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", form)]);
        return await browser.PostAsync($"/link/{token}", content, TestContext.Current.CancellationToken);
    }
}
