using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>What a user does with lectures as a whole: start over, find, file, delete, bring back, move to another browser.</summary>
[Collection(ChromiumFixture.Collection)]
public sealed class LibraryJourneyTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Start_over_keeps_the_old_lecture_and_search_finds_its_second()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;

        await page.GetByLabel("More", new PageGetByLabelOptions { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Start over" }).ClickAsync();
        await Expect(page.Locator(".kept-notice")).ToContainTextAsync("sleep-and-memory");
        await Expect(page.Locator(".lecture-name")).ToHaveTextAsync("sleep-and-memory");
        await page.GetByRole(AriaRole.Searchbox, new PageGetByRoleOptions { Name = "Search all lectures" }).FillAsync("hippocamp");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".hit mark").First).ToContainTextAsync("hippocampus", new LocatorAssertionsToContainTextOptions { IgnoreCase = true });
        await page.Locator(".hit").Filter(new LocatorFilterOptions { HasNotText = "card" }).First.ClickAsync();

        await LectureBrowser.WaitForLectureAsync(page);
        await Expect(page.Locator(".clock b")).Not.ToHaveTextAsync("00:00");
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Deleted_lecture_comes_back_by_undo_and_from_the_bin_and_goes_for_good_after_a_question()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;

        await page.GetByLabel("More", new PageGetByLabelOptions { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await page.Locator(".toast").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await LectureBrowser.WaitForLectureAsync(page);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Lectures", Exact = true }).ClickAsync();
        await page.GetByLabel("More about sleep-and-memory").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete" }).ClickAsync();
        await Expect(page.Locator(".hero")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Recycle bin" }).ClickAsync();
        await Expect(page.Locator(".lecture")).ToContainTextAsync("30 days left");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete sleep-and-memory for good" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Restore sleep-and-memory" }).ClickAsync();
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await page.GotoAsync("/");

        await Expect(page.Locator(".lecture-name")).ToHaveTextAsync("sleep-and-memory");
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Lecture_is_renamed_and_filed_and_the_library_shows_one_course()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        await page.GotoAsync("/");
        await LectureBrowser.LiveAsync(page);

        await page.GetByLabel("More about sleep-and-memory").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Course and tags" }).ClickAsync();
        await page.GetByLabel("Course", new PageGetByLabelOptions { Exact = true }).FillAsync("Psychology 1");
        await page.GetByLabel("Tags").FillAsync("exam, week 3");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".lecture .tag")).ToHaveCountAsync(2);
        await page.GetByLabel("More about sleep-and-memory").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Rename" }).ClickAsync();
        await page.Locator(".lecture textarea").FillAsync("Why we sleep");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".lecture-name")).ToHaveTextAsync("Why we sleep");
        await page.Locator(".lecture .tag").First.ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(desk.Server.Address, "/?tag=exam").ToString());
        await Expect(page.Locator(".lecture")).ToContainTextAsync("Psychology 1");
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Personal_link_takes_the_workspace_to_another_browser_once()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        await using var other = await LectureBrowser.OpenAsync(chromium, desk.Server);
        var page = desk.Page;
        var lecture = new Uri(page.Url).AbsolutePath;
        var strange = await other.OpenTabAsync(lecture);
        await Expect(strange.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("There is nothing here");

        await page.GotoAsync("/workspace");
        await LectureBrowser.LiveAsync(page);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make a personal link" }).ClickAsync();
        var link = await page.GetByLabel("Personal link", new PageGetByLabelOptions { Exact = true }).InputValueAsync();
        await strange.GotoAsync(link);
        await strange.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Open the workspace" }).ClickAsync();
        await Expect(strange.Locator(".lecture-name")).ToHaveTextAsync("sleep-and-memory");
        await strange.GotoAsync(link);
        await strange.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Open the workspace" }).ClickAsync();

        await Expect(strange.Locator(".notice")).ToContainTextAsync("used already");
        Assert.Empty(desk.Browser.Errors);
    }
}
