using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

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
    internal Task<Uri> BeginAsync(FileInfo file, CancellationToken cancellation) => BeginAsync(file.Name, file.Length, cancellation);

    /// <summary>Begins a lecture and returns the address of its upload.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="length">Its length in bytes; null for a recording, whose end nobody knows.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Uri> BeginAsync(string name, long? length, CancellationToken cancellation)
    {
        using var request = Tus(HttpMethod.Post, new Uri("/files", UriKind.Relative));
        request.Headers.Add(length is null ? "Upload-Defer-Length" : "Upload-Length", (length ?? 1).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(name))}");
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
            await SendAsync(upload, offset, buffer.AsMemory(0, count), isLast: false, cancellation);
            offset += count;
        }
    }

    /// <summary>Sends a piece.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="offset">Where the piece begins.</param>
    /// <param name="piece">Its bytes.</param>
    /// <param name="isLast">Whether the upload, begun without a length, ends with it.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task SendAsync(Uri upload, long offset, ReadOnlyMemory<byte> piece, bool isLast, CancellationToken cancellation)
    {
        using var request = Tus(HttpMethod.Patch, upload);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        if (isLast)
            request.Headers.Add("Upload-Length", (offset + piece.Length).ToString(CultureInfo.InvariantCulture));
        request.Content = new ReadOnlyMemoryContent(piece) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        (await _http!.SendAsync(request, cancellation)).EnsureSuccessStatusCode().Dispose();
    }

    /// <summary>Listens to the captions of a lecture until it is done.</summary>
    internal async IAsyncEnumerable<SseItem<string>> ListenAsync(Guid lecture, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var body = await _http!.GetStreamAsync(new Uri($"/api/lectures/{lecture}/captions", UriKind.Relative), cancellation);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellation))
            yield return item;
    }

    /// <summary>Waits until a lecture is done and returns the words of its transcript.</summary>
    internal async Task<string> TranscriptAsync(Guid lecture, CancellationToken cancellation)
    {
        await foreach (var _ in ListenAsync(lecture, cancellation))
        {
        }

        return await _http!.GetStringAsync(new Uri($"/api/lectures/{lecture}/exports/transcript.txt", UriKind.Relative), cancellation);
    }

    public void Dispose() => _http?.Dispose();

    private static HttpRequestMessage Tus(HttpMethod method, Uri address) => new(method, address) { Headers = { { "Tus-Resumable", "1.0.0" } } };
}
