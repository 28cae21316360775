using Lectern.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>
/// Axe finds nothing on any page, in any state, at a phone's width and a desk's, light and dark; and nothing is wider than the window.
/// Where the variable LECTERN_SCREENS names a folder, what is seen is kept there as pictures: docs/screens is made like that.
/// </summary>
[Collection(ChromiumFixture.Collection)]
public sealed class AccessibilityTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Pages_of_a_lecture_have_no_barriers()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;

        var look = new Look(page);
        await page.Locator(".segment").Nth(6).Locator(".words").ClickAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".segment[data-playing]")).ToHaveCountAsync(1);
        await look.CheckAsync("lecture");
        foreach (var tab in new[] { "Summary", "Cards" })
        {
            await LectureBrowser.GoToTabAsync(page, tab);
            await look.CheckAsync(tab.ToLowerInvariant());
        }

        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}?tab=outline");
        await LectureBrowser.LiveAsync(page);
        await look.CheckAsync("outline");
        await LectureBrowser.GoToTabAsync(page, "History");
        await look.CheckAsync("history-empty");
        await CheckEditingAsync(page, look);
        await page.GetByText("Download", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await look.CheckAsync("downloads");
        Assert.DoesNotContain(desk.Browser.Errors, IsOurs);
    }

    [Fact]
    public async Task Pages_of_the_library_have_no_barriers()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        var look = new Look(page);

        await FileAsync(page);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All lectures" }).ClickAsync();
        using var folder = new TemporaryFolder();
        await FailAsync(page, folder);
        await look.CheckAsync("library");
        await CheckSearchAsync(page, look);
        await CheckBinAsync(page, look);
        await CheckWorkspaceAsync(page, look);
        Assert.DoesNotContain(desk.Browser.Errors, error => !error.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task First_pages_of_a_new_workspace_have_no_barriers()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var browser = await LectureBrowser.OpenAsync(chromium, server.Address);
        var page = await browser.OpenTabAsync();
        var look = new Look(page);

        await look.CheckAsync("start");
        await page.GotoAsync("/bin");
        await look.CheckAsync("bin-empty");
        await page.GotoAsync("/");
        await LectureBrowser.LiveAsync(page);
        await LectureBrowser.SlowDownAsync(page, bytesPerSecond: 20_000);
        await LectureBrowser.ChooseAsync(page, Repository.Sample);
        await LectureBrowser.WaitForLectureAsync(page);
        await Expect(page.Locator("upload-tray .upload-state")).ToContainTextAsync("left");
        await Expect(page.Locator(".lecture-head")).ToBeVisibleAsync();
        await look.CheckAsync("uploading");
        Assert.DoesNotContain(browser.Errors, IsOurs);
    }

    // Axe itself makes a style sheet to look into shadow trees, which our policy refuses. The other tests of pages let no such message pass.
    private static bool IsOurs(string error) => !error.Contains("Applying inline style", StringComparison.Ordinal);

    private static async Task CheckEditingAsync(IPage page, Look look)
    {
        await LectureBrowser.GoToTabAsync(page, "Transcript");
        await page.Locator(".segment").First.HoverAsync();
        await page.Locator(".segment").First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Edit the text" }).ClickAsync();
        await page.Locator(".segment textarea").FillAsync("Good morning. Today we look at sleep, at memory, and at why a good night is a part of studying.");
        await Expect(page.Locator("save-state")).ToHaveTextAsync("Saved");
        await look.CheckAsync("editing");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".stale-notice")).ToBeVisibleAsync();
        await look.CheckAsync("stale");
        await LectureBrowser.GoToTabAsync(page, "History");
        await Expect(page.Locator(".history li")).ToHaveCountAsync(1);
        await look.CheckAsync("history");
    }

    private static async Task FileAsync(IPage page)
    {
        await page.GetByLabel("More", new PageGetByLabelOptions { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Course and tags" }).ClickAsync();
        await page.GetByLabel("Course", new PageGetByLabelOptions { Exact = true }).FillAsync("Psychology 1");
        await page.GetByLabel("Tags").FillAsync("exam, week 3");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".lecture-head .tag")).ToHaveCountAsync(2);
    }

    private static async Task FailAsync(IPage page, TemporaryFolder folder)
    {
        var broken = Path.Combine(folder.Path, "Slides of week 4.pdf");
        await File.WriteAllTextAsync(broken, "no sound", TestContext.Current.CancellationToken);
        await LectureBrowser.ChooseAsync(page, broken);
        await Expect(page.Locator(".status .notice.bad")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All lectures" }).ClickAsync();
        await Expect(page.Locator(".lecture-name")).ToHaveCountAsync(2);
        // What is complete leaves the tray by itself.
        await Expect(page.Locator("upload-tray li")).ToHaveCountAsync(0);
    }

    private static async Task CheckSearchAsync(IPage page, Look look)
    {
        await page.GotoAsync("/search");
        await look.CheckAsync("search-empty");
        await page.GotoAsync("/search?q=zebra");
        await look.CheckAsync("search-nothing");
        await page.GotoAsync("/search?q=deep+sleep");
        await Expect(page.Locator(".hit mark").First).ToBeVisibleAsync();
        await look.CheckAsync("search");
    }

    private static async Task CheckBinAsync(IPage page, Look look)
    {
        await page.GotoAsync("/");
        await LectureBrowser.LiveAsync(page);
        await page.GetByLabel("More about Slides of week 4").ClickAsync();
        await look.CheckAsync("library-menu");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToBeVisibleAsync();
        await look.CheckAsync("deleted");
        await page.GotoAsync("/bin");
        await LectureBrowser.LiveAsync(page);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "for good" }).ClickAsync();
        await look.CheckAsync("bin");
    }

    private static async Task CheckWorkspaceAsync(IPage page, Look look)
    {
        await page.GotoAsync("/workspace");
        await LectureBrowser.LiveAsync(page);
        await look.CheckAsync("workspace");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make a personal link" }).ClickAsync();
        var link = await page.GetByLabel("Personal link", new PageGetByLabelOptions { Exact = true }).InputValueAsync();
        await look.CheckAsync("workspace-link");
        await page.GotoAsync(link);
        await look.CheckAsync("link");
        await page.GotoAsync("/nothing-here");
        await look.CheckAsync("not-found");
        await page.GotoAsync("/error");
        await look.CheckAsync("error");
    }
}
