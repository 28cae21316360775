using System.Text.Json;
using System.Text.Json.Nodes;
using Lectern.Bench.Memory;

namespace Lectern.Bench.Recorder;

/// <summary>The recorder's page in a real Chromium. Its microphone gives a clip over and over, as fast as it is told to; all that comes after the microphone is the page's own.</summary>
internal sealed class RecordingPage : IDisposable
{
    private const string Begin = """
        async (clip) => {
          const bytes = Uint8Array.from(atob(clip), (letter) => letter.charCodeAt(0));
          const { outbox } = await import("/js/recorder/outbox.js");
          const { recorder } = document.querySelector("lecture-recorder");
          globalThis.bench = { sound: new Int16Array(bytes.buffer), at: 0, since: Date.now(), recorder, outbox };
          document.querySelector("[data-start]").requestSubmit();
          while (recorder.state !== "recording") await new Promise((resolve) => setTimeout(resolve, 50));
          // From here on nothing is heard but the clip.
          recorder.microphone.tell("stop");
        }
        """;

    // Blocks as the sound thread makes them. The outbox is never more than a megabyte behind.
    private const string Hear = """
        async (seconds) => {
          const { recorder, outbox, sound, since } = bench;
          const until = recorder.seconds + seconds;
          while (recorder.seconds < until) {
            if (bench.at + 4000 > sound.length) bench.at = 0;
            const samples = sound.slice(bench.at, bench.at += 4000);
            const heardAt = since + 1000 * (recorder.seconds + 0.25);
            recorder.microphone.dispatchEvent(new CustomEvent("block", { detail: { samples, length: 4000, heardAt, peak: 0.3, clippedShare: 0, isFlat: false } }));
            while (recorder.seconds - Math.max(0, outbox.sender(recorder.row.key).saved - 44) / 32000 > 32) await new Promise((resolve) => setTimeout(resolve, 20));
          }
          return recorder.seconds;
        }
        """;

    private readonly DebuggedChromium _chromium;
    private readonly string _session;

    private RecordingPage(DebuggedChromium chromium, string session) => (_chromium, _session) = (chromium, session);

    /// <summary>Opens the page and begins a recording.</summary>
    /// <param name="address">The server.</param>
    /// <param name="clip">Samples of 16 bits, mono, 16 kHz.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<RecordingPage> StartAsync(Uri address, byte[] clip, CancellationToken cancellation)
    {
        var chromium = await DebuggedChromium.StartAsync(
            ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required"], cancellation);
        var target = await chromium.TellAsync("Target.createTarget", new JsonObject { ["url"] = new Uri(address, "/record").ToString() }, session: null, cancellation);
        var attached = await chromium.TellAsync(
            "Target.attachToTarget", new JsonObject { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }, session: null, cancellation);
        var page = new RecordingPage(chromium, (string)attached["sessionId"]!);
        await page.TellAsync("Performance.enable", cancellation);
        while (!(await page.EvaluateAsync("document.querySelector('lecture-recorder[data-state=idle]') !== null", cancellation)).GetValue<bool>())
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        await page.CallAsync(Begin, Convert.ToBase64String(clip), cancellation);
        return page;
    }

    /// <summary>Lets it hear more, and returns how many seconds are recorded then.</summary>
    internal async Task<double> HearAsync(double seconds, CancellationToken cancellation) => (await CallAsync(Hear, seconds, cancellation)).GetValue<double>();

    /// <summary>Marks the moment as important.</summary>
    internal Task MarkAsync(CancellationToken cancellation) => EvaluateAsync("document.querySelector('[data-mark=important]').click()", cancellation);

    /// <summary>Stops, and returns the lecture once the page has gone there.</summary>
    internal async Task<Guid> StopAsync(CancellationToken cancellation)
    {
        await EvaluateAsync("document.querySelector('[data-stop]').click()", cancellation);
        while (true)
        {
            var path = (await EvaluateAsync("location.pathname", cancellation)).GetValue<string>();
            if (path.StartsWith("/lectures/", StringComparison.Ordinal))
                return Guid.Parse(path.Split('/')[^1]);
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }
    }

    /// <summary>Returns how much there is of everything, the server's memory left out.</summary>
    internal async Task<MemoryLook> LookAsync(double minutes, CancellationToken cancellation)
    {
        await TellAsync("HeapProfiler.collectGarbage", cancellation);
        var metrics = (await TellAsync("Performance.getMetrics", cancellation))["metrics"]!.AsArray()
            .ToDictionary(metric => (string)metric!["name"]!, metric => (double)metric!["value"]!, StringComparer.Ordinal);
        var stored = await EvaluateAsync("navigator.storage.estimate().then(({ usage }) => usage)", cancellation);
        var processes = (await _chromium.TellAsync("SystemInfo.getProcessInfo", [], session: null, cancellation))["processInfo"]!.AsArray();
        var renderer = processes.Where(process => (string?)process!["type"] is "renderer").Max(process => ProcessMemory.Megabytes((int)process!["id"]!));
        return new MemoryLook(minutes, metrics["JSHeapUsedSize"] / 1e6, metrics["Nodes"], metrics["JSEventListeners"], renderer, stored.GetValue<double>() / 1e6, Server: 0);
    }

    public void Dispose() => _chromium.Dispose();

    private Task<JsonNode> TellAsync(string method, CancellationToken cancellation) => _chromium.TellAsync(method, [], _session, cancellation);

    private Task<JsonValue> CallAsync<T>(string function, T argument, CancellationToken cancellation) =>
        EvaluateAsync($"({function})({JsonSerializer.Serialize(argument)})", cancellation);

    private async Task<JsonValue> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        var answer = await _chromium.TellAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true }, _session, cancellation);
        if (answer["exceptionDetails"] is { } error)
            throw new InvalidOperationException($"The page says: {error}");
        return answer["result"]!["value"] as JsonValue ?? JsonValue.Create("");
    }
}
