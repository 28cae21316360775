using System.Text.RegularExpressions;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Lectern.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Recorder;

/// <summary>However a recording ends, what was recorded comes to the server.</summary>
[Collection(RecorderGroup.Collection)]
public sealed class RecorderEndTests(ChromiumFixture chromium)
{
    private const int BytesPerSecond = SampleClock.Rate * LiveWave.SampleBytes;

    private static readonly Regex Requests = new("/files/|/marks", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Recording_that_ends_without_a_connection_or_on_another_page_arrives_by_itself()
    {
        await using var desk = await RecorderDesk.OpenAsync(chromium);
        var (browser, page) = (desk.Browser, desk.Page);

        // The page stays open. The network answers itself, as one does that wants its user to sign in.
        await StopOfflineAsync(browser, "Patient", () => page.RouteAsync(Requests, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "Sign in" })));
        await page.UnrouteAsync(Requests);
        await LectureBrowser.WaitForLectureAsync(page);
        Assert.Single(await browser.MarksAsync(), mark => string.Equals(mark.Kind, "exam", StringComparison.Ordinal));
        Assert.Equal(browser.TakeHeard(), await desk.ReceivedAsync(page));

        // It is closed, and another page is opened later.
        await page.GotoAsync("/record");
        await StopOfflineAsync(browser, "Closed", () => BreakAsync(desk.Network));
        var other = await browser.Context.NewPageAsync();
        await page.GotoAsync("about:blank");
        desk.Network.Mend();
        await other.GotoAsync("/");
        await OpenFromBannerAsync(other, "Closed");
        Assert.Equal(browser.TakeHeard(), await desk.ReceivedAsync(other));

        // It is closed without Stop, and ended from another page.
        await page.GotoAsync("/record");
        await browser.RecordAsync("Finished elsewhere");
        await browser.UntilAsync(1.5);
        await page.GotoAsync("/");
        await Expect(page.Locator("recording-banner")).ToContainTextAsync("“Finished elsewhere” was interrupted at");
        await page.Locator("recording-banner").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Finish" }).ClickAsync();
        await OpenFromBannerAsync(page, "Finished elsewhere");
        var (heard, received) = (browser.TakeHeard(), await desk.ReceivedAsync(page));
        Assert.InRange(heard.Length - received.Length, 0, BytesPerSecond);
        Assert.Equal(heard[..received.Length], received);
    }

    [Fact]
    public async Task What_is_left_of_a_recording_whose_lecture_is_gone_becomes_one_new_lecture()
    {
        await using var desk = await RecorderDesk.OpenAsync(chromium);
        var (browser, page) = (desk.Browser, desk.Page);
        var begun = 0;
        page.Response += (_, response) => begun += response.Status == 201 && response.Url.EndsWith("/files", StringComparison.Ordinal) ? 1 : 0;
        await StopOfflineAsync(browser, "Removed for good", () => BreakAsync(desk.Network));
        var lost = await ForgetBeginningAsync(page);

        // The server knows neither the lecture nor the new one.
        await page.RouteAsync("**/files/*", route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));
        await RefusedAsync(page, "PATCH", desk.Network.Mend);
        await RefusedAsync(page, "HEAD");
        await RefusedAsync(page, "HEAD");
        Assert.Equal(2, begun);
        await page.UnrouteAsync("**/files/*");
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await LectureBrowser.WaitForLectureAsync(page);

        Assert.Equal(2, begun);
        Assert.Equal(browser.TakeHeard()[lost..], await desk.ReceivedAsync(page));
        var marks = await browser.MarksAsync();
        var gap = Assert.Single(marks, mark => string.Equals(mark.Kind, "gap", StringComparison.Ordinal));
        Assert.Equal((0, (double)lost / BytesPerSecond), (gap.Seconds, gap.MissingSeconds));
        Assert.Equal(1.5 - gap.MissingSeconds, Assert.Single(marks, mark => string.Equals(mark.Kind, "exam", StringComparison.Ordinal)).Seconds, tolerance: 1);
    }

    /// <summary>Records for a moment, marks it, and stops when nothing gets through.</summary>
    private static async Task StopOfflineAsync(RecorderBrowser browser, string title, Func<Task> cut)
    {
        await browser.RecordAsync(title);
        await browser.UntilAsync(1.5);
        await cut();
        await browser.Page.Keyboard.PressAsync("e");
        await Expect(browser.Page.Locator("[data-alarm=offline]")).ToBeVisibleAsync();
        await browser.StopAsync();
        await Expect(browser.Page.Locator("[data-sending-text]")).ToContainTextAsync("The recording is kept in this browser");
    }

    private static Task BreakAsync(BreakableNetwork network)
    {
        network.Break();
        return Task.CompletedTask;
    }

    /// <summary>Follows the banner to the lecture that has arrived.</summary>
    private static async Task OpenFromBannerAsync(IPage page, string title)
    {
        await Expect(page.Locator("recording-banner")).ToContainTextAsync($"All of “{title}” has arrived.");
        await page.Locator("recording-banner").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open it" }).ClickAsync();
        await LectureBrowser.WaitForLectureAsync(page);
    }

    /// <summary>Takes the first three pieces out of the browser's store, as after more than it keeps of what the server has.</summary>
    /// <returns>How many bytes of sound they had.</returns>
    private static Task<int> ForgetBeginningAsync(IPage page) => page.EvaluateAsync<int>("""
        async () => {
          const store = await import("/js/recorder/recording-store.js");
          const [row] = await store.recordings();
          const pieces = await store.piecesFrom(row.key, 0, 4);
          await store.forgetUntil(row.key, pieces[2].offset, 0);
          return pieces[3].offset - 44;
        }
        """);

    /// <summary>Waits until a request of a method is refused. No pause between two attempts holds when the browser says that it is online again.</summary>
    private static Task<IResponse> RefusedAsync(IPage page, string method, Action? before = null) => page.RunAndWaitForResponseAsync(
        () =>
        {
            before?.Invoke();
            return page.EvaluateAsync("dispatchEvent(new Event('online'))");
        },
        response => string.Equals(response.Request.Method, method, StringComparison.Ordinal) && response.Status == 404);
}
