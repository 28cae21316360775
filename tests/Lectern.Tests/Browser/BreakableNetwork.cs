using System.Net;
using System.Net.Sockets;

namespace Lectern.Tests.Browser;

/// <summary>The network between a browser and a server, which breaks when a test says so: what is on its way is lost, and nothing gets through.</summary>
internal sealed class BreakableNetwork : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private int _serverPort;
    private readonly Task _accepting;
    private bool _isBroken;

    internal BreakableNetwork(Uri server)
    {
        _serverPort = server.Port;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Gets the address under which the browser finds the server.</summary>
    internal Uri Address { get; }

    internal void Break()
    {
        lock (_gate)
        {
            _isBroken = true;
            foreach (var connection in _open)
                connection.Dispose();
            _open.Clear();
        }
    }

    /// <summary>Leads to another server from now on; what is on its way to the one before is lost.</summary>
    internal void LeadTo(Uri server)
    {
        Break();
        Volatile.Write(ref _serverPort, server.Port);
        Mend();
    }

    internal void Mend()
    {
        lock (_gate)
            _isBroken = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Break();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ConnectAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task ConnectAsync(TcpClient browser)
    {
        var server = new TcpClient();
        lock (_gate)
        {
            if (_isBroken)
            {
                browser.Dispose();
                server.Dispose();
                return;
            }

            _open.AddRange([browser, server]);
        }

        try
        {
            await server.ConnectAsync(IPAddress.Loopback, Volatile.Read(ref _serverPort), _stop.Token);
            await Task.WhenAny(browser.GetStream().CopyToAsync(server.GetStream(), _stop.Token), server.GetStream().CopyToAsync(browser.GetStream(), _stop.Token));
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // One side is gone; so is the other.
        }

        browser.Dispose();
        server.Dispose();
    }
}
