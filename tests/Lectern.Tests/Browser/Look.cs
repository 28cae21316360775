using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>A page as it looks at a width and in a colour scheme: axe finds nothing, and nothing is wider than the window.</summary>
/// <remarks>Where the variable LECTERN_SCREENS names a folder, what is seen is kept there as pictures: docs/screens is made like that.</remarks>
internal sealed class Look(IPage page, int width, ColorScheme scheme)
{
    private static readonly string? Screens = Environment.GetEnvironmentVariable("LECTERN_SCREENS");

    private static readonly string[] Kept =
    [
        "start", "library", "lecture", "summary", "cards", "search", "stale", "uploading", "record-idle", "recording", "record-offline", "record-recovered", "record-refused",
    ];

    /// <summary>Returns one look where no pictures are made, since axe takes seconds for each of many states; all of them otherwise.</summary>
    internal static TheoryData<int, ColorScheme> At(int width, ColorScheme scheme) => Screens is null
        ? new() { { width, scheme } }
        : new() { { 390, ColorScheme.Light }, { 390, ColorScheme.Dark }, { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark } };

    /// <summary>Returns the height of a phone or a desk.</summary>
    internal static int HeightOf(int width) => width < 1000 ? 844 : 800;

    /// <summary>Looks at the page in a state.</summary>
    internal async Task CheckAsync(string state)
    {
        // The title goes for a moment when the page's connection takes the page over.
        await Expect(page).ToHaveTitleAsync(new Regex("Lectern", RegexOptions.None, TimeSpan.FromSeconds(10)));
        if (Screens is not null)
        {
            Directory.CreateDirectory(Path.Combine(Screens, "more"));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screens, Kept.Contains(state) ? "" : "more", $"{state}-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
        }

        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{state}: " + string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} — {string.Join(", ", violation.Nodes.Select(node => node.Html).Take(3))}")));
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{state} is {wide} pixels wide in a window of {width}.");
    }
}
