using Lectern.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Recorder;

/// <summary>What can be done in the middle of a recording: photos, a mark taken back, another microphone.</summary>
[Collection(RecorderGroup.Collection)]
public sealed class RecorderMomentTests(ChromiumFixture chromium)
{
    private const string DropPicture = """
        async () => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 1500 });
          canvas.getContext("2d").fillRect(0, 0, 1500, 1500);
          const picture = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
          const files = new DataTransfer();
          files.items.add(new File([picture], "board.png", { type: "image/png" }));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """;

    private const string Device = "document.querySelector('lecture-recorder').recorder.microphone.track?.getSettings().deviceId";

    [Fact]
    public async Task Photos_a_mark_taken_back_and_another_microphone_cost_no_sound()
    {
        await using var desk = await RecorderDesk.OpenAsync(chromium);
        var (browser, page) = (desk.Browser, desk.Page);
        await browser.RecordAsync("Moments");
        await browser.UntilAsync(1);

        await page.Keyboard.PressAsync("e");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo Exam" }).ClickAsync();
        await ChangeMicrophoneAsync(page);
        var changed = await browser.SecondsAsync();
        // A key that is typed into the list of microphones chooses one of them.
        var picture = new FilePayload { Name = "slide.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() };
        await (await page.RunAndWaitForFileChooserAsync(() => page.Locator("[data-mark=photo]").PressAsync("p"))).SetFilesAsync(picture);
        await page.EvaluateAsync(DropPicture);
        await Expect(page.Locator("[data-mark-list] li").Filter(new LocatorFilterOptions { HasText = "Photo" })).ToHaveCountAsync(2);
        await browser.UntilAsync(changed + 2);
        await browser.StopAsync();
        await LectureBrowser.WaitForLectureAsync(page);

        Assert.Equal(browser.TakeHeard(), await desk.ReceivedAsync(page));
        Assert.Equal(["photo", "photo"], (await browser.MarksAsync()).Select(mark => mark.Kind).Where(kind => !string.Equals(kind, "gap", StringComparison.Ordinal)));
        await page.GotoAsync($"/lectures/{LectureBrowser.LectureOf(page)}?tab=marks");
        await page.WaitForFunctionAsync("() => [2048, 1280].every((width) => [...document.querySelectorAll('.photo-link img')].some((picture) => picture.naturalWidth === width))");
    }

    private static async Task ChangeMicrophoneAsync(IPage page)
    {
        var before = await page.EvaluateAsync<string>(Device);
        var list = page.Locator(".rec-side [data-devices]");
        var other = await list.Locator("option").EvaluateAllAsync<string>("(all, before) => all.map((each) => each.value).findLast((id) => id && id !== before)", before);
        await list.SelectOptionAsync(other);
        await page.WaitForFunctionAsync($"other => {Device} === other", other);
        await Expect(list).ToHaveValueAsync(other);
    }
}
