using System.Net;
using System.Net.Http.Json;
using System.Text;
using Lectern.Tests.Ingest;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Hosting;

public sealed class OtherOwnerTests : IAsyncLifetime
{
    private const string Title = "Only Ada knows of this";

    // Addresses that are about no single lecture. One that is added must be added here, or name its lecture "id".
    private static readonly string[] AboutNoLecture = ["/healthz", "/files", "/link/{token}", "/", "/search", "/bin", "/workspace", "/record", "/api/lectures", "/error", "/not-found"];

    private LecternTestServer _server = null!;
    private HttpClient _ada = null!;
    private HttpClient _eve = null!;
    private Guid _lecture;
    private Guid _mark;

    public async ValueTask InitializeAsync()
    {
        _server = await LecternTestServer.StartAsync();
        var (cookie, ada) = await _server.NewOwnerAsync();
        _ada = _server.NewProgram(cookie);
        _eve = _server.NewProgram((await _server.NewOwnerAsync()).Cookie);
        _lecture = (await OwnLecture.AddAsync(_server, ada, Title, TusClient.Noise(1000))).Id;
        _mark = Guid.NewGuid();
        using var mark = await _ada.PostAsJsonAsync($"/api/lectures/{_lecture}/marks", new { id = _mark, kind = "photo", seconds = 1, text = Title });
        using var photo = await _ada.PutAsync($"/api/lectures/{_lecture}/marks/{_mark}/photo", new ByteArrayContent(Marks.MarkDesk.Jpeg));
        Assert.True(mark.IsSuccessStatusCode && photo.IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Lecture_of_another_is_404_at_every_address_by_every_method()
    {
        var tried = new List<string>();
        foreach (var (method, pattern) in Addresses().Where(address => IsAboutLecture(address.Pattern)))
        {
            using var response = await SendAsync(_eve, method, pattern);
            using var unknown = await SendAsync(_eve, method, pattern, Guid.NewGuid());

            Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{method} {pattern}: {response.StatusCode}");
            Assert.Equal(await WithoutIdAsync(unknown), await WithoutIdAsync(response));
            tried.Add($"{method} {pattern}");
        }

        Assert.Contains("PATCH /files/{id:guid}", tried);
        Assert.Contains("GET /api/lectures/{id:guid}/audio", tried);
        Assert.Contains("GET /api/lectures/{id:guid}/marks/{markId:guid}/photo", tried);
        Assert.Contains("GET /api/lectures/{id:guid}/exports/{name}", tried);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Same_requests_reach_the_lecture_of_one_s_own()
    {
        // Last what removes it.
        foreach (var (method, pattern) in Addresses().Where(address => IsAboutLecture(address.Pattern)).OrderBy(address => address.Method is "DELETE"))
        {
            using var response = await SendAsync(_ada, method, pattern);

            Assert.True((int)response.StatusCode is not (404 or 401 or 403) && (int)response.StatusCode < 500, $"{method} {pattern}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_else_tells_of_it()
    {
        var unlisted = Addresses().Where(address => !IsAboutLecture(address.Pattern) && !AboutNoLecture.Contains(address.Pattern)).ToArray();
        Assert.Empty(unlisted);
        foreach (var pattern in Addresses().Where(address => address.Method is "GET" && !IsAboutLecture(address.Pattern)).Select(address => address.Pattern))
        {
            using var response = await SendAsync(_eve, "GET", pattern + "?q=Ada");
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.DoesNotContain(Title, text, StringComparison.Ordinal);
            Assert.DoesNotContain(_lecture.ToString(), text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Nobody_without_a_workspace_gets_anything()
    {
        foreach (var (method, pattern) in Addresses().Where(address => IsAboutLecture(address.Pattern) && address.Pattern.StartsWith("/api", StringComparison.Ordinal)))
        {
            using var response = await SendAsync(_server.NewProgram(), method, pattern);

            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {pattern}: {response.StatusCode}");
        }
    }

    // Pages take no forms: what is posted to them is refused before they know of what.
    private IEnumerable<(string Method, string Pattern)> Addresses() =>
        from endpoint in _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith('_')
        where !endpoint.RoutePattern.RawText!.Contains("**path:file", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method is not "OPTIONS" && !(method is "POST" && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'));

    private static bool IsAboutLecture(string pattern) => pattern.Contains("{id", StringComparison.OrdinalIgnoreCase);

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string pattern, Guid? lecture = null)
    {
        var address = pattern
            .Replace("{id:guid}", (lecture ?? _lecture).ToString(), StringComparison.OrdinalIgnoreCase)
            .Replace("{markId:guid}", _mark.ToString(), StringComparison.Ordinal)
            .Replace("{name}", "transcript.txt", StringComparison.Ordinal)
            .Replace("{token}", "AAAAAAAAAAAAAAAAAAAAAA", StringComparison.Ordinal);
        Assert.DoesNotContain("{", address, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "1000");
        request.Headers.Add("Accept", pattern.StartsWith("/api", StringComparison.Ordinal) ? "*/*" : "text/html,*/*");
        request.Content = method switch
        {
            "GET" or "HEAD" or "DELETE" => null,
            "PATCH" => TusClient.Body([]),
            _ => new StringContent("""{"target":"Title","item":0,"text":"Eve's"}""", Encoding.UTF8, "application/json"),
        };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    // Nothing in the answer may tell another's lecture from none; what is random in every answer is left out.
    private static async Task<string> WithoutIdAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isProblem = response.Content.Headers.ContentType?.MediaType is "application/problem+json";
        return isProblem ? System.Text.RegularExpressions.Regex.Replace(text, "\"traceId\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) : "";
    }

    private Task<int> CountAsync() => _server.ReadAsync(db =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Lectures.Where(row => row.Title == Title && row.DeletedAt == null), TestContext.Current.CancellationToken));
}
