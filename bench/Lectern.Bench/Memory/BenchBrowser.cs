using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Lectern.Bench.Memory;

/// <summary>A browser's workspace: uploads recordings, as the page's uploader does.</summary>
/// <param name="address">The server.</param>
internal sealed class BenchBrowser(Uri address) : IDisposable
{
    private const int PieceBytes = 8 << 20;

    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    /// <summary>Gets the cookie of the workspace.</summary>
    internal Cookie Cookie => _cookies.GetAllCookies().First(cookie => cookie.Name is "lectern");

    /// <summary>Opens the first page, and gets a workspace.</summary>
    internal async Task OpenAsync(CancellationToken cancellation)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
        (await _http.SendAsync(request, cancellation)).EnsureSuccessStatusCode().Dispose();
    }

    /// <summary>Gets a page and returns how long it took.</summary>
    internal async Task<TimeSpan> GetAsync(string page, CancellationToken cancellation)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept", "text/html" } } };
        using var response = (await _http!.SendAsync(request, cancellation)).EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(cancellation);
        return watch.Elapsed;
    }

    /// <summary>Begins a lecture and returns the address of its upload.</summary>
    internal async Task<Uri> BeginAsync(FileInfo file, CancellationToken cancellation)
    {
        using var request = Tus(HttpMethod.Post, new Uri("/files", UriKind.Relative));
        request.Headers.Add("Upload-Length", file.Length.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(file.Name))}");
        using var response = (await _http!.SendAsync(request, cancellation)).EnsureSuccessStatusCode();
        return response.Headers.Location!;
    }

    /// <summary>Sends a whole file in pieces.</summary>
    internal async Task SendAsync(Uri upload, FileInfo file, CancellationToken cancellation)
    {
        await using var source = file.OpenRead();
        var buffer = new byte[PieceBytes];
        for (long offset = 0; offset < file.Length;)
        {
            var count = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            using var request = Tus(HttpMethod.Patch, upload);
            request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            request.Content = new ByteArrayContent(buffer, 0, count) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
            (await _http!.SendAsync(request, cancellation)).EnsureSuccessStatusCode().Dispose();
            offset += count;
        }
    }

    public void Dispose() => _http?.Dispose();

    private static HttpRequestMessage Tus(HttpMethod method, Uri address) => new(method, address) { Headers = { { "Tus-Resumable", "1.0.0" } } };
}
