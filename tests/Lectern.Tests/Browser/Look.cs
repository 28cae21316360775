using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>A page in each of its looks, a phone's and a desk's width, light and dark: axe finds nothing, and nothing is wider than the window, down to 360 pixels.</summary>
/// <remarks>
/// The page is brought into a state once, and the window changes around it. Where the variable LECTERN_SCREENS names a folder, what is seen is
/// kept there as pictures: docs/screens is made like that.
/// </remarks>
internal sealed class Look(IPage page)
{
    private const int Narrowest = 360;

    private static readonly string? Screens = Environment.GetEnvironmentVariable("LECTERN_SCREENS");

    // Lines beyond the window are not drawn, and get new colours when they are: axe looks at them too.
    private const string DrawAll = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { content-visibility: visible !important; }");
          document.adoptedStyleSheets = [sheet];
        }
        """;

    // Colours change by transitions, which begin with the next frame.
    private const string Drawn = """
        async () => {
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          await Promise.all(document.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished.catch(() => {})));
        }
        """;

    private const string RunAxe = """
        () => axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
          violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.slice(0, 3).map(({ html }) => html).join(", ")}`).join("\n"))
        """;

    // The waveform, where there is one, is drawn anew some time after the window has changed.
    private const string HasWaveform = """
        () => [...document.querySelectorAll(".wave > div")].filter((each) => each.shadowRoot).every(({ shadowRoot, clientWidth }) =>
          [...shadowRoot.querySelectorAll(".canvases canvas")].reduce((sum, canvas) => sum + canvas.clientWidth, 0) >= clientWidth - 2)
        """;

    private const string WhatIsWide = """
        () => [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth)
          .map((each) => each.cloneNode().outerHTML).slice(0, 8).join(" ")
        """;

    private static readonly string[] Kept =
    [
        "start", "library", "lecture", "summary", "cards", "marks", "search", "stale", "uploading", "record-idle", "recording", "record-offline", "record-recovered", "record-refused",
    ];

    // The last is the one that the page goes on in.
    private static readonly (int Width, int Height, ColorScheme Scheme)[] All =
    [
        (390, 844, ColorScheme.Light), (390, 844, ColorScheme.Dark), (1280, 900, ColorScheme.Dark), (1280, 900, ColorScheme.Light),
    ];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Looks at the page in a state.</summary>
    internal async Task CheckAsync(string state)
    {
        // The title goes for a moment when the page's connection takes the page over.
        await Expect(page).ToHaveTitleAsync(new Regex("Lectern", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.EvaluateAsync(DrawAll);
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(Axe);
        await ChangeAsync(Narrowest, 740, ColorScheme.Light);
        await CheckWidthAsync(state, Narrowest);
        foreach (var (width, height, scheme) in All)
        {
            await ChangeAsync(width, height, scheme);
            await CheckAsync(state, width, scheme);
        }
    }

    /// <summary>Changes the window, and waits until the page is drawn in it.</summary>
    private async Task ChangeAsync(int width, int height, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.WaitForFunctionAsync("([width, scheme]) => innerWidth === width && matchMedia(`(prefers-color-scheme: ${scheme})`).matches", new object[] { width, scheme.ToString().ToLowerInvariant() });
        await page.EvaluateAsync(Drawn);
    }

    private async Task CheckAsync(string state, int width, ColorScheme scheme)
    {
        var name = $"{state}-{width}-{scheme.ToString().ToLowerInvariant()}";
        if (Screens is not null)
        {
            await page.WaitForFunctionAsync(HasWaveform);
            Directory.CreateDirectory(Path.Combine(Screens, "more"));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screens, Kept.Contains(state) ? "" : "more", $"{name}.png") });
        }

        var violations = await page.EvaluateAsync<string>(RunAxe);
        Assert.True(violations.Length == 0, $"{name}: {violations}");
        await CheckWidthAsync(name, width);
    }

    private async Task CheckWidthAsync(string name, int width)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width)
            Assert.Fail($"{name} is {wide} pixels wide in a window of {width}: {await page.EvaluateAsync<string>(WhatIsWide)}");
    }
}
