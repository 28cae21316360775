using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lectern.Bench.Memory;

/// <summary>A real Chromium, told by its debugging protocol what to do.</summary>
internal sealed partial class DebuggedChromium : IDisposable
{
    private const int LongestAnswer = 1 << 20;

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("lectern-bench-chromium-");
    private readonly ClientWebSocket _socket = new();
    private readonly Process _process;
    private readonly byte[] _buffer = new byte[LongestAnswer];
    private int _messages;

    private DebuggedChromium(IEnumerable<string> arguments) => _process = new Process
    {
        StartInfo = new ProcessStartInfo(
            "chromium",
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--remote-debugging-port=0", $"--user-data-dir={_profile.FullName}", .. arguments, "about:blank",
            ])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        },
    };

    /// <summary>Starts it.</summary>
    /// <param name="arguments">More arguments.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<DebuggedChromium> StartAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var chromium = new DebuggedChromium(arguments);
        var endpoint = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        chromium._process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null && EndpointLine().Match(line.Data) is { Success: true } match)
                endpoint.TrySetResult(new Uri(match.Groups["url"].Value));
        };
        chromium._process.Start();
        chromium._process.BeginErrorReadLine();
        chromium._process.BeginOutputReadLine();
        await chromium._socket.ConnectAsync(await endpoint.Task.WaitAsync(cancellation), cancellation);
        return chromium;
    }

    /// <summary>Gives a command and returns its result. One command at a time.</summary>
    /// <param name="method">The command.</param>
    /// <param name="parameters">What it takes.</param>
    /// <param name="session">The page that it is for; null for the browser.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<JsonNode> TellAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        var id = ++_messages;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        while (true)
        {
            var answer = await ReceiveAsync(cancellation);
            if ((int?)answer["id"] != id)
                continue;
            return answer["error"] is { } error ? throw new InvalidOperationException($"Chromium refuses {method}: {error}") : answer["result"]!;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellation)
    {
        var count = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(count), cancellation);
            count += part.Count;
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(_buffer.AsSpan(0, count))!;
    }

    [GeneratedRegex(@"DevTools listening on (?<url>ws://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndpointLine();
}
