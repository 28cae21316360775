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
    /// <exception cref="PlaywrightException">It is not installed.</exception>
    internal static async Task<BenchChromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new BenchChromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Arguments }));
    }

    /// <summary>Opens a window with a store of its own, as that of a user who was never here.</summary>
    internal Task<IBrowserContext> OpenAsync(Uri address, int width = 1280, int height = 900) => _browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = address.ToString(),
        ViewportSize = new ViewportSize { Width = width, Height = height },
    });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
