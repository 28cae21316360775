using System.Net;
using System.Net.Http.Headers;

namespace Lectern.Tests.Ingest;

/// <summary>Bytes of an upload that do not say how many they are.</summary>
internal sealed class ChunkedContent : HttpContent
{
    private readonly byte[] _bytes;

    internal ChunkedContent(byte[] bytes)
    {
        _bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_bytes, TestContext.Current.CancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
