using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>What a user does with a lecture that is done: play, edit, take back, file, delete.</summary>
[Collection(ChromiumFixture.Collection)]
public sealed class LecturePageTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Click_on_a_sentence_plays_it_and_lights_it_and_the_address_keeps_the_second()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;

        var segment = page.Locator(".segment").Nth(5);
        await segment.Locator(".words").ClickAsync();
        await Expect(segment).ToHaveAttributeAsync("data-playing", "");
        await page.Keyboard.PressAsync("k");
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Play", Exact = true })).ToBeVisibleAsync();
        await page.WaitForURLAsync(address => address.Contains("t=2", StringComparison.Ordinal));
        await page.ReloadAsync();

        await Expect(segment).ToHaveAttributeAsync("data-playing", "");
        await Expect(page.Locator(".clock b")).Not.ToHaveTextAsync("00:00");
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Player_obeys_its_keys_and_the_transcript_is_walked_by_arrows()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        var clock = page.Locator(".clock b");

        await page.Locator("body").PressAsync("l");
        await Expect(clock).ToHaveTextAsync("00:10");
        await page.Locator("body").PressAsync("ArrowLeft");
        await Expect(clock).ToHaveTextAsync("00:05");
        await page.Locator("body").PressAsync(">");
        await Expect(page.GetByLabel("Speed")).ToHaveValueAsync("1.25");
        await page.Locator(".segment button.time").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".segment").Nth(1).Locator("button.time")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".segment").Nth(1)).ToHaveAttributeAsync("data-playing", "");
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Edit_is_saved_as_typed_shown_in_the_other_tab_kept_in_history_and_taken_back()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        var other = await desk.Browser.OpenTabAsync(new Uri(page.Url).AbsolutePath);
        var words = page.Locator(".segment").Nth(5).Locator(".words");
        var before = await words.InnerTextAsync();

        await page.Locator(".segment").Nth(5).Locator("button.time").FocusAsync();
        await page.Keyboard.PressAsync("e");
        await page.Locator(".segment textarea").FillAsync("Bats sleep upside down.");
        await Expect(other.Locator(".segment").Nth(5).Locator(".words")).ToHaveTextAsync("Bats sleep upside down.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(words).ToHaveTextAsync("Bats sleep upside down.");
        await LectureBrowser.GoToTabAsync(other, "History");
        await Expect(other.Locator(".history del")).ToHaveTextAsync(before);
        await page.Locator("body").PressAsync("Control+z");

        await Expect(words).ToHaveTextAsync(before);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Redo" }).ClickAsync();
        await Expect(words).ToHaveTextAsync("Bats sleep upside down.");
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Edited_transcript_marks_what_was_made_of_it_and_refreshes_only_that()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        await LectureBrowser.GoToTabAsync(page, "Summary");
        var cited = await page.Locator(".cited").First.GetAttributeAsync("data-from");
        await LectureBrowser.GoToTabAsync(page, "Transcript");
        var from = double.Parse(cited!, System.Globalization.CultureInfo.InvariantCulture);
        var starts = await page.Locator(".segment").EvaluateAllAsync<double[]>("all => all.map(each => Number(each.dataset.until))");
        var segment = page.Locator(".segment").Nth(Array.FindIndex(starts, until => until > from));

        await segment.HoverAsync();
        await segment.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Edit the text" }).ClickAsync();
        await page.Locator(".segment textarea").FillAsync("Whales sleep with one half of the brain, which keeps them near the surface.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".stale-notice")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Refresh only" }).ClickAsync();

        await Expect(page.Locator(".stale-notice")).ToHaveCountAsync(0);
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Card_is_edited_removed_and_brought_back()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        await LectureBrowser.GoToTabAsync(page, "Cards");
        var cards = page.Locator(".card");
        var count = await cards.CountAsync();

        await cards.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Edit the answer" }).ClickAsync();
        await cards.First.Locator("textarea").FillAsync("A better answer");
        await page.Keyboard.PressAsync("Escape");
        await Expect(cards.First.Locator(".answer")).ToContainTextAsync("A better answer");
        await cards.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Remove this card" }).ClickAsync();
        await Expect(cards).ToHaveCountAsync(count - 1);
        await page.Locator(".toast").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();

        await Expect(cards).ToHaveCountAsync(count);
        await page.ReloadAsync();
        await Expect(cards.First.Locator(".answer")).ToContainTextAsync("A better answer");
    }

    [Fact]
    public async Task Words_typed_while_the_page_closes_are_saved()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        var address = new Uri(page.Url).AbsolutePath;

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Edit the title" }).ClickAsync();
        await page.Locator("textarea").FillAsync("Sleep, memory and learning");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(address);

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Sleep, memory and learning");
    }
}
