using Microsoft.Playwright;

namespace Lectern.Tests.Browser;

/// <summary>The Chromium of this machine, started once for all tests of pages. Nothing is downloaded.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that use the browser, one after another.</summary>
    public const string Collection = "Chromium";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal static string? Program { get; } = Places.FirstOrDefault(File.Exists);

    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--autoplay-policy=no-user-gesture-required", "--force-color-profile=srgb", "--use-fake-device-for-media-stream",
    ];

    internal IPlaywright Playwright => _playwright!;

    /// <summary>Gets the browser; skips the test where there is none.</summary>
    internal IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, "Chromium is not installed.");
            return _browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        // Where other tests use all cores, everything takes long; what must be quick is measured elsewhere.
        Assertions.SetDefaultExpectTimeout(120_000);
        _playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
