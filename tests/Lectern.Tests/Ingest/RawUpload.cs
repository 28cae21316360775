using System.Net.Sockets;
using System.Text;

namespace Lectern.Tests.Ingest;

/// <summary>A connection that sends a part of an upload, and does not end it as it should.</summary>
internal sealed class RawUpload : IDisposable
{
    private readonly TcpClient _client = new();

    /// <summary>Sends the head of a request that announces bytes, and some of them.</summary>
    internal static async Task<RawUpload> StartAsync(Uri server, string cookie, Uri upload, long offset, long announced, byte[] sent, string more = "")
    {
        var raw = new RawUpload();
        await raw._client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        var head = $"PATCH {upload} HTTP/1.1\r\nHost: {server.Authority}\r\nCookie: {cookie}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\n"
            + $"Content-Type: application/offset+octet-stream\r\nContent-Length: {announced}\r\n{more}\r\n";
        await raw._client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        await raw._client.GetStream().WriteAsync(sent, TestContext.Current.CancellationToken);
        return raw;
    }

    /// <summary>Sends more of the announced bytes.</summary>
    internal async Task SendAsync(byte[] bytes) => await _client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Reads the first line of the answer.</summary>
    internal async Task<string> AnswerAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), Encoding.ASCII, leaveOpen: true);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    /// <summary>Closes the connection as a program that ends does.</summary>
    internal void Close() => _client.Client.Shutdown(SocketShutdown.Both);

    /// <summary>Resets the connection as one that breaks.</summary>
    internal void Reset()
    {
        _client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        _client.Close();
    }

    public void Dispose() => _client.Dispose();
}
