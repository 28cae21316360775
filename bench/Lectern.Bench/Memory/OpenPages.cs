using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lectern.Bench.Memory;

/// <summary>Pages that are open in a real Chromium, told by its debugging protocol what to open.</summary>
internal sealed partial class OpenPages : IDisposable
{
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("lectern-bench-chromium-");
    private readonly ClientWebSocket _socket = new();
    private readonly Process _process;
    private int _messages;

    private OpenPages() => _process = new Process
    {
        StartInfo = new ProcessStartInfo(
            "chromium",
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--remote-debugging-port=0", $"--user-data-dir={_profile.FullName}", "about:blank",
            ])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        },
    };

    /// <summary>Starts Chromium with the cookie of a workspace.</summary>
    internal static async Task<OpenPages> StartAsync(Uri address, Cookie cookie, CancellationToken cancellation)
    {
        var pages = new OpenPages();
        var endpoint = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        pages._process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null && EndpointLine().Match(line.Data) is { Success: true } match)
                endpoint.TrySetResult(new Uri(match.Groups["url"].Value));
        };
        pages._process.Start();
        pages._process.BeginErrorReadLine();
        pages._process.BeginOutputReadLine();
        await pages._socket.ConnectAsync(await endpoint.Task.WaitAsync(cancellation), cancellation);
        await pages.TellAsync(
            "Storage.setCookies",
            new JsonObject { ["cookies"] = new JsonArray(new JsonObject { ["name"] = cookie.Name, ["value"] = cookie.Value, ["url"] = address.ToString() }) },
            cancellation);
        return pages;
    }

    /// <summary>Opens a page.</summary>
    internal Task OpenAsync(Uri page, CancellationToken cancellation) => TellAsync("Target.createTarget", new JsonObject { ["url"] = page.ToString() }, cancellation);

    public void Dispose()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task TellAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++_messages;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        var buffer = new byte[1 << 20];
        while (true)
        {
            var count = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(count), cancellation);
                count += part.Count;
            }
            while (!part.EndOfMessage);
            var answer = JsonNode.Parse(buffer.AsSpan(0, count))!;
            if ((int?)answer["id"] != id)
                continue;
            if (answer["error"] is { } error)
                throw new InvalidOperationException($"Chromium refuses {method}: {error}");
            return;
        }
    }

    [GeneratedRegex(@"DevTools listening on (?<url>ws://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndpointLine();
}
