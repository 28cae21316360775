using Lectern.Bench.Memory;
using Microsoft.Playwright;

namespace Lectern.Bench.Pages;

/// <summary>The Chromium of this machine, without a window. Nothing is downloaded.</summary>
internal sealed class BenchChromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BenchChromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    /// <param name="arguments">More arguments for it.</param>
    /// <exception cref="PlaywrightException">It is not installed.</exception>
    internal static async Task<BenchChromium> StartAsync(params string[] arguments)
    {
        var playwright = await Playwright.CreateAsync();
        return new BenchChromium(
            playwright,
            await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = [.. Arguments, .. arguments] }));
    }

    /// <summary>Opens a window with a store of its own, as that of a user who was never here.</summary>
    internal Task<IBrowserContext> OpenAsync(Uri address, int width = 1280, int height = 900) => _browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = address.ToString(),
        ViewportSize = new ViewportSize { Width = width, Height = height },
    });

    /// <summary>Returns the most megabytes that a process of its pages holds in memory.</summary>
    internal async Task<double> RendererMegabytesAsync()
    {
        var session = await _browser.NewBrowserCDPSessionAsync();
        var processes = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo").EnumerateArray();
        var most = processes.Where(process => process.GetProperty("type").ValueEquals("renderer")).Max(process => ProcessMemory.Megabytes(process.GetProperty("id").GetInt32()));
        await session.DetachAsync();
        return most;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
