using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>What a user sees of marks and does with them.</summary>
[Collection(ChromiumFixture.Collection)]
public sealed class MarksPageTests(ChromiumFixture chromium)
{
    private const string Markup = "<img src=x onerror=alert(1)> & ask";

    [Fact]
    public async Task M_marks_the_second_and_the_mark_becomes_a_note_is_deleted_and_brought_back()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        await page.Locator("body").PressAsync("l");
        await Expect(page.Locator(".clock b")).ToHaveTextAsync("00:10");

        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator(".player .message")).ToHaveTextAsync("Marked as important at 10 seconds.");
        var chip = page.Locator(".segment .mark-chip");
        await Expect(chip).ToHaveTextAsync("Important");
        await Expect(page.Locator(".tick.mark-important")).ToHaveCountAsync(1);

        await chip.ClickAsync();
        await page.GetByLabel("Kind of the mark").SelectOptionAsync("Exam");
        await Expect(chip).ToHaveTextAsync("Exam");
        await page.GetByLabel("Words of the mark").FillAsync(Markup);
        await Expect(page.Locator(".mark-words")).ToHaveTextAsync(Markup);
        await Expect(page.Locator(".tick.mark-exam")).ToHaveAttributeAsync("title", $"Exam: {Markup}");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Change the mark" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete the mark" }).ClickAsync();
        await Expect(page.Locator(".mark-words")).ToHaveCountAsync(0);
        await Expect(page.Locator(".tick")).ToHaveCountAsync(0);
        await page.Locator(".toast").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();

        await Expect(page.Locator(".mark-words")).ToHaveTextAsync(Markup);
        await page.ReloadAsync();
        await Expect(page.Locator(".mark-words")).ToHaveTextAsync(Markup);
        Assert.Empty(desk.Browser.Errors);
    }

    [Fact]
    public async Task Marks_of_every_kind_stand_in_transcript_and_list_for_all_eyes_and_ears()
    {
        await using var desk = await LectureDesk.OpenAsync(chromium);
        var page = desk.Page;
        var look = new Look(page);
        await MarkAllAsync(page);

        await Expect(page.Locator(".mark-chip")).ToHaveCountAsync(3);
        await Expect(page.Locator(".missing")).ToContainTextAsync("4 seconds are missing here: the browser was closed");
        await Expect(page.Locator(".tick.mark-gap")).ToHaveCountAsync(1);
        var photo = page.Locator(".photo-link img");
        await photo.ScrollIntoViewIfNeededAsync();
        await Expect(photo).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await photo.EvaluateAsync<int>("each => each.naturalWidth") > 0);
        await page.Locator(".mark-chip").First.ClickAsync();
        await Expect(page.GetByLabel("Words of the mark")).ToBeFocusedAsync();
        await look.CheckAsync("marks");
        await photo.ScrollIntoViewIfNeededAsync();
        await look.CheckAsync("marks-photo");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".mark-editor")).ToHaveCountAsync(0);
        await Expect(page.Locator(".mark-chip").First).ToBeFocusedAsync();

        await LectureBrowser.GoToTabAsync(page, "Marks");
        await Expect(page.Locator(".marks > li")).ToHaveCountAsync(6);
        await look.CheckAsync("marks-list");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Exam" }).ClickAsync();
        await Expect(page.Locator(".marks > li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make them anew" }).ClickAsync();
        await Expect(page.Locator(".stale-notice")).ToHaveCountAsync(0);
    }

    private static async Task MarkAllAsync(IPage page)
    {
        var marks = $"/api/lectures/{LectureBrowser.LectureOf(page)}/marks";
        var photo = Guid.NewGuid();
        object[] all =
        [
            new { id = Guid.NewGuid(), kind = "important", seconds = 6 },
            new { id = Guid.NewGuid(), kind = "exam", seconds = 6.5 },
            new { id = Guid.NewGuid(), kind = "lost", seconds = 12 },
            new { id = Guid.NewGuid(), kind = "note", seconds = 13, text = Markup },
            new { id = Guid.NewGuid(), kind = "gap", seconds = 20, missingSeconds = 4, text = "The browser was closed" },
            new { id = photo, kind = "photo", seconds = 22, text = "The board" },
        ];
        foreach (var mark in all)
            Assert.Equal(201, (await page.Context.APIRequest.PostAsync(marks, new APIRequestContextOptions { DataObject = mark })).Status);
        var picture = await page.ScreenshotAsync();
        var sent = await page.Context.APIRequest.PutAsync($"{marks}/{photo}/photo", new APIRequestContextOptions { DataByte = picture, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "image/png" } });
        Assert.Equal(204, sent.Status);
    }
}
