using System.Net;
using System.Text.Json;

namespace Lectern.Tests.Hosting;

public sealed class ProtectionTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Every_answer_forbids_what_is_not_ours()
    {
        var server = shared.Server;

        foreach (var address in new[] { "/", "/healthz", "/api/nothing", "/files" })
        {
            using var response = await server.NewProgram().GetAsync(address, TestContext.Current.CancellationToken);

            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Nonce_is_another_with_every_answer()
    {
        var server = shared.Server;

        using var first = await server.NewProgram().GetAsync("/healthz", TestContext.Current.CancellationToken);
        using var second = await server.NewProgram().GetAsync("/healthz", TestContext.Current.CancellationToken);

        Assert.NotEqual(first.Headers.GetValues("Content-Security-Policy"), second.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("lectern.example.org", HttpStatusCode.OK)]
    public async Task Only_names_that_are_allowed_are_answered(string host, HttpStatusCode expected)
    {
        await using var server = await LecternTestServer.StartAsync(options => options.AllowedHosts = "lectern.example.org");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { Host = host } };

        using var response = await server.NewProgram().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "http://localhost:3000", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Accept", "*/*", true)]
    public async Task Page_of_another_origin_changes_nothing(string header, string value, bool isAllowed)
    {
        var server = shared.Server;
        using var browser = await server.OpenBrowserAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/change") { Headers = { { header, value } } };

        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Page_of_our_own_origin_changes_things()
    {
        var server = shared.Server;
        using var browser = await server.OpenBrowserAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/change") { Headers = { { "Origin", server.Address.GetLeftPart(UriPartial.Authority) } } };

        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Web_socket_of_another_origin_is_refused()
    {
        var server = shared.Server;
        using var browser = await server.OpenBrowserAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/change")
        {
            Headers = { { "Origin", "http://localhost:3000" }, { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { "Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==" } },
        };

        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_done_is_a_conflict_with_its_sentence()
    {
        var server = shared.Server;
        using var browser = await server.OpenBrowserAsync();

        using var response = await browser.GetAsync("/api/refused", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Not now.", problem.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Mistake_of_the_program_tells_nothing_of_its_inside()
    {
        var server = shared.Server;
        using var browser = await server.OpenBrowserAsync();

        using var response = await browser.GetAsync("/api/broken", TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huge_headers_are_refused_and_the_server_lives()
    {
        var server = shared.Server;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { { "X-Much", new string('a', 100_000) } } };

        using var refused = await server.NewProgram().SendAsync(request, TestContext.Current.CancellationToken);
        using var next = await server.NewProgram().GetAsync("/healthz", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }
}
