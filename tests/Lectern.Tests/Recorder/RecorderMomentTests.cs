using Lectern.Data;
using Lectern.Tests.Browser;
using Lectern.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Recorder;

/// <summary>What can be done in the middle of a recording: photos, a mark taken back, another microphone.</summary>
[Collection(RecorderGroup.Collection)]
public sealed class RecorderMomentTests(ChromiumFixture chromium) : IDisposable
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

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Photos_a_mark_taken_back_and_another_microphone_cost_no_sound()
    {
        Repository.NeedProgram("ffmpeg");
        await SpokenClip.SweepAsync(_folder["sweep.wav"], seconds: 60);
        await using var server = await LecternTestServer.StartAsync();
        await using var browser = await RecorderBrowser.OpenAsync(chromium, server.Address, _folder["profile"], _folder["sweep.wav"]);
        var page = browser.Page;
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

        await AssertArrivedAsync(server, browser);
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

    private static async Task AssertArrivedAsync(LecternTestServer server, RecorderBrowser browser)
    {
        var recording = new AudioFolder(server.Layout).RecordingOf(LectureBrowser.LectureOf(browser.Page));
        var received = await File.ReadAllBytesAsync(recording, TestContext.Current.CancellationToken);
        Assert.Equal(browser.TakeHeard(), received[44..]);
    }
}
