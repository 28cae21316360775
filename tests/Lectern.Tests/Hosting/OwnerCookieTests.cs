using System.Net;

namespace Lectern.Tests.Hosting;

public sealed class OwnerCookieTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Browser_keeps_its_workspace_and_another_has_another()
    {
        var server = shared.Server;
        using var first = await server.OpenBrowserAsync();
        using var second = await server.OpenBrowserAsync();

        var owner = await OwnerAsync(first);
        var again = await OwnerAsync(first);
        var other = await OwnerAsync(second);

        Assert.Equal(owner, again);
        Assert.NotEqual(owner, other);
    }

    [Fact]
    public async Task Cookie_is_closed_to_scripts_and_other_sites_and_outlives_the_browser()
    {
        var server = shared.Server;
        using var browser = server.NewBrowser();

        using var response = await OpenAsync(browser, "/");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("lectern=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; expires=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Second_page_sets_no_cookie()
    {
        var server = shared.Server;
        using var browser = await server.OpenBrowserAsync();

        using var response = await OpenAsync(browser, "/");

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Program_without_cookie_is_told_so_and_gets_none()
    {
        var server = shared.Server;

        using var response = await server.NewProgram().GetAsync("/api/owner", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Forged_cookie_is_no_workspace()
    {
        var server = shared.Server;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/owner") { Headers = { { "Cookie", $"lectern={Guid.NewGuid():N}" } } };

        using var response = await server.NewProgram().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Workspace_outlives_the_server()
    {
        using var folder = new TemporaryFolder();
        string cookie;
        string owner;
        await using (var server = await SharedServer.StartAsync(folder.Path))
        {
            using var response = await OpenAsync(server.NewProgram(), "/");
            cookie = response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("lectern=", StringComparison.Ordinal)).Split(';')[0];
            owner = await OwnerAsync(server.NewProgram(), cookie);
        }

        await using var next = await SharedServer.StartAsync(folder.Path);
        var same = await OwnerAsync(next.NewProgram(), cookie);

        Assert.Equal(owner, same);
    }

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> OwnerAsync(HttpClient client, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/owner");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
