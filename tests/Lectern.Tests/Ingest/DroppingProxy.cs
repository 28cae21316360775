using System.Net;
using System.Net.Sockets;

namespace Lectern.Tests.Ingest;

/// <summary>A proxy on this machine whose connections break at points that a seed decides, in either direction.</summary>
internal sealed class DroppingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _server;
    private readonly Random _random;
    private int _left;
    private int _dropped;
    private readonly Task _accepting;

    /// <summary>Starts the proxy.</summary>
    /// <param name="server">Where connections lead to.</param>
    /// <param name="seed">Decides where they break.</param>
    /// <param name="drops">How many break.</param>
    internal DroppingProxy(Uri server, int seed, int drops)
    {
        (_server, _random, _left) = (server, new Random(seed), drops);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Gets how many connections broke.</summary>
    internal int Dropped => _dropped;

    internal Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(CarryAsync(client, NextBreak()));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    // After how many bytes a connection breaks, and whether these are the request's or the answer's.
    private (long Up, long Down) NextBreak()
    {
        if (_left-- <= 0)
            return (long.MaxValue, long.MaxValue);
        return (_random.Next(1, 400_000), _random.Next(4) == 0 ? _random.Next(1, 300) : long.MaxValue);
    }

    private async Task CarryAsync(TcpClient client, (long Up, long Down) breaks)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
                await Task.WhenAny(
                    PumpAsync(client.GetStream(), server.GetStream(), breaks.Up),
                    PumpAsync(server.GetStream(), client.GetStream(), breaks.Down));
            }
            finally
            {
                // Breaks, and does not end.
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                server.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, long bytes)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            while (bytes > 0 && await from.ReadAsync(buffer, _stop.Token) is > 0 and var count)
            {
                await to.WriteAsync(buffer.AsMemory(0, (int)Math.Min(count, bytes)), _stop.Token);
                bytes -= count;
            }

            if (bytes <= 0)
                Interlocked.Increment(ref _dropped);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side is gone.
        }
    }
}
