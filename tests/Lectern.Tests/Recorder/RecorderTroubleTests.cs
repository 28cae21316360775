using Lectern.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Recorder;

/// <summary>What is wrong with microphone or browser is said at once, and costs no sound that was heard.</summary>
[Collection(RecorderGroup.Collection)]
public sealed class RecorderTroubleTests(ChromiumFixture chromium)
{
    private const string FillStore = """
        () => {
          window.realPut = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function put(value) {
            if (this.name === "pieces") throw new DOMException("No room", "QuotaExceededError");
            return window.realPut.call(this, value);
          };
        }
        """;

    // The track ends, as it does when a microphone is pulled out; what the browser then has is another one.
    private const string Unplug = """
        () => {
          const track = document.querySelector("lecture-recorder").recorder.microphone.track;
          track.stop();
          track.dispatchEvent(new Event("ended"));
        }
        """;

    [Fact]
    public async Task Lost_microphone_silence_and_full_store_are_said_and_stand_on_the_timeline()
    {
        // After two seconds the microphone has nothing but silence.
        await using var desk = await RecorderDesk.OpenAsync(chromium, path => SpokenClip.SweepAsync(path, seconds: 2));
        var (browser, page) = (desk.Browser, desk.Page);
        await browser.RecordAsync("Trouble");
        await browser.UntilAsync(0.5);

        await page.EvaluateAsync(FillStore);
        await Expect(page.Locator("[data-alarm=store]")).ToContainTextAsync("store is full");
        await page.EvaluateAsync("() => { IDBObjectStore.prototype.put = window.realPut; }");
        await Expect(page.Locator("[data-alarm=store]")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-alarm=silent]")).ToContainTextAsync("nothing but silence");
        await page.EvaluateAsync(Unplug);
        await Expect(page.Locator("[data-alarm=silent]")).ToHaveCountAsync(0);
        await Expect(page.Locator("lecture-recorder")).ToHaveAttributeAsync("data-state", "recording");
        await browser.StopAsync();
        await LectureBrowser.WaitForLectureAsync(page);

        Assert.Equal(browser.TakeHeard(), await desk.ReceivedAsync(page));
        var silence = Assert.Single(await browser.MarksAsync(), mark => mark.Text.Contains("no sound at all", StringComparison.Ordinal));
        Assert.Equal("gap", silence.Kind);
        Assert.InRange(silence.EndSeconds - silence.Seconds, 2.5, 60);
    }

    [Fact]
    public async Task One_tab_records_at_a_time_and_a_pause_is_no_sound()
    {
        await using var desk = await RecorderDesk.OpenAsync(chromium);
        var (browser, page) = (desk.Browser, desk.Page);
        await browser.RecordAsync("Only one");

        var other = await browser.Context.NewPageAsync();
        await other.GotoAsync("/record");
        await Expect(other.Locator("[data-message]")).ToContainTextAsync("Another tab of this browser is recording");
        await Expect(other.Locator("recording-banner")).ToBeEmptyAsync();
        await page.BringToFrontAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause" }).ClickAsync();
        await Expect(page.Locator("lecture-recorder")).ToHaveAttributeAsync("data-state", "paused");
        await other.WaitForFunctionAsync("from => performance.now() > from + 800", await other.EvaluateAsync<double>("performance.now()"));
        var paused = await browser.SecondsAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Go on" }).ClickAsync();
        await browser.UntilAsync(paused + 0.5);
        await browser.StopAsync();
        await LectureBrowser.WaitForLectureAsync(page);

        await Expect(other.Locator("lecture-recorder")).ToHaveAttributeAsync("data-state", "idle");
        var gap = Assert.Single(await browser.MarksAsync(), mark => string.Equals(mark.Text, "Paused by hand", StringComparison.Ordinal));
        Assert.Equal(paused, gap.Seconds, tolerance: 0.3);
        Assert.InRange(gap.MissingSeconds, 0.7, 60);
    }
}
