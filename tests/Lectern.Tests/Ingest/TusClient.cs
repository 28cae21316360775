using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Lectern.Tests.Ingest;

/// <summary>Speaks tus with the server as a test wants it, also wrongly.</summary>
internal sealed class TusClient(HttpClient http)
{
    internal HttpClient Http => http;

    /// <summary>Begins an upload; the test fails where it is not taken.</summary>
    internal async Task<Uri> CreateAsync(long? length, string fileName = "lecture.wav")
    {
        using var response = await SendAsync(HttpMethod.Post, "/files", null, NewUpload(length, fileName));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>Returns the headers of a request that begins an upload.</summary>
    internal static (string, string)[] NewUpload(long? length, string fileName = "lecture.wav") =>
    [
        length is { } bytes ? ("Upload-Length", bytes.ToString(CultureInfo.InvariantCulture)) : ("Upload-Defer-Length", "1"),
        ("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(fileName))}"),
    ];

    internal Task<HttpResponseMessage> PatchAsync(Uri upload, long offset, byte[] bytes, params (string, string)[] headers) =>
        SendAsync(HttpMethod.Patch, upload.ToString(), Body(bytes), [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers]);

    internal Task<HttpResponseMessage> HeadAsync(Uri upload) => SendAsync(HttpMethod.Head, upload.ToString());

    internal async Task<long> OffsetAsync(Uri upload)
    {
        using var response = await HeadAsync(upload);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return long.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (!headers.Any(header => header.Name is "Tus-Resumable"))
            request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal static ByteArrayContent Body(byte[] bytes, string type = "application/offset+octet-stream") =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    /// <summary>Returns bytes that look like nothing.</summary>
    internal static byte[] Noise(int count, int seed = 1)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
