using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Lectern.Inference.Tests.Catalog;

/// <summary>An HTTP server of this process, which answers as the test says and writes down what was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _serving;

    private LoopbackServer(HttpListener listener, Func<HttpListenerContext, int, Task> answer)
    {
        _listener = listener;
        _serving = ServeAsync(answer);
    }

    /// <summary>Gets the address, without a slash at the end.</summary>
    internal Uri Address => new(_listener.Prefixes.First().TrimEnd('/'));

    /// <summary>Gets path and range of each request.</summary>
    internal ConcurrentQueue<(string Path, string? Range)> Asked { get; } = [];

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Answers a request, whose number counts from 0.</param>
    internal static LoopbackServer Start(Func<HttpListenerContext, int, Task> answer)
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                listener.Start();
                return new LoopbackServer(listener, answer);
            }
            catch (HttpListenerException)
            {
                // Somebody took the port in between.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Without Stop before it: the two together bind the port once more, and another listener may have it by then.
        _listener.Close();
        await _serving;
    }

    /// <summary>Sends a part of a content, from the start of the range that was asked for, and closes the connection.</summary>
    internal static async Task SendAsync(HttpListenerContext context, byte[] content, int end, bool knowsRanges = true)
    {
        var start = 0;
        if (knowsRanges && context.Request.Headers["Range"] is { } range)
        {
            start = int.Parse(range["bytes=".Length..].TrimEnd('-'));
            context.Response.StatusCode = (int)HttpStatusCode.PartialContent;
            context.Response.Headers["Content-Range"] = $"bytes {start}-{content.Length - 1}/{content.Length}";
        }

        context.Response.ContentLength64 = content.Length - start;
        await context.Response.OutputStream.WriteAsync(content.AsMemory(start..end));
        await context.Response.OutputStream.FlushAsync();
        if (end < content.Length)
            context.Response.Abort();
        else
            context.Response.Close();
    }

    private async Task ServeAsync(Func<HttpListenerContext, int, Task> answer)
    {
        for (var number = 0; ; number++)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Asked.Enqueue((context.Request.Url!.AbsolutePath, context.Request.Headers["Range"]));
            await answer(context, number);
        }
    }
}
