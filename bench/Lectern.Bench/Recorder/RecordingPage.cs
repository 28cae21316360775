using Lectern.Bench.Pages;
using Microsoft.Playwright;

namespace Lectern.Bench.Recorder;

/// <summary>The recorder's page in a real Chromium. Its microphone gives a clip over and over, as fast as it is told to; all that comes after the microphone is the page's own.</summary>
internal sealed class RecordingPage : IAsyncDisposable
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

    private readonly BenchChromium _chromium;
    private readonly IPage _page;
    private readonly ICDPSession _inspector;

    private RecordingPage(BenchChromium chromium, IPage page, ICDPSession inspector) => (_chromium, _page, _inspector) = (chromium, page, inspector);

    /// <summary>Opens the page and begins a recording.</summary>
    /// <param name="address">The server.</param>
    /// <param name="clip">Samples of 16 bits, mono, 16 kHz.</param>
    internal static async Task<RecordingPage> StartAsync(Uri address, byte[] clip)
    {
        var chromium = await BenchChromium.StartAsync("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required");
        var user = await chromium.OpenAsync(address);
        var page = await user.NewPageAsync();
        await page.GotoAsync("/record");
        await page.Locator("lecture-recorder[data-state=idle]").WaitForAsync();
        var inspector = await user.NewCDPSessionAsync(page);
        await inspector.SendAsync("Performance.enable");
        await page.EvaluateAsync(Begin, Convert.ToBase64String(clip));
        return new RecordingPage(chromium, page, inspector);
    }

    /// <summary>Lets it hear more, and returns how many seconds are recorded then.</summary>
    internal Task<double> HearAsync(double seconds) => _page.EvaluateAsync<double>(Hear, seconds);

    /// <summary>Marks the moment as important.</summary>
    internal Task MarkAsync() => _page.ClickAsync("[data-mark=important]");

    /// <summary>Stops, and returns the lecture once the page has gone there.</summary>
    internal async Task<Guid> StopAsync()
    {
        await _page.ClickAsync("[data-stop]");
        await _page.WaitForURLAsync("**/lectures/*", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit, Timeout = 0 });
        return Guid.Parse(new Uri(_page.Url).Segments[^1]);
    }

    /// <summary>Returns how much there is of everything, the server's memory left out.</summary>
    internal async Task<MemoryLook> LookAsync(double minutes)
    {
        await _inspector.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await _inspector.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble(), StringComparer.Ordinal);
        var stored = await _page.EvaluateAsync<double>("navigator.storage.estimate().then(({ usage }) => usage)");
        return new MemoryLook(
            minutes, metrics["JSHeapUsedSize"] / 1e6, metrics["Nodes"], metrics["JSEventListeners"], await _chromium.RendererMegabytesAsync(), stored / 1e6, Server: 0);
    }

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();
}
