using System.Security.Cryptography;
using Lectern.Data;
using Lectern.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>What a user sees from choosing a file to its last download, with everything between that can go wrong.</summary>
[Collection(ChromiumFixture.Collection)]
public sealed class UploadJourneyTests(ChromiumFixture chromium)
{
    // Slow enough that a test gets in between, fast enough that it ends: the sample has 814 kB.
    private const int SlowBytesPerSecond = 40_000;

    [Fact]
    public async Task Recording_becomes_transcript_summary_cards_and_downloads()
    {
        Repository.NeedSpeech();
        await using var server = await LecternTestServer.StartAsync();
        await using var browser = await LectureBrowser.OpenAsync(chromium, server);

        var page = await browser.UploadAsync(Repository.Sample);

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("sleep-and-memory");
        await Expect(page.Locator(".transcript")).ToContainTextAsync("hippocampus");
        await LectureBrowser.GoToTabAsync(page, "Summary");
        await Expect(page.Locator(".cited").First).ToBeVisibleAsync();
        await Expect(page.Locator(".terms dt").First).ToBeVisibleAsync();
        await LectureBrowser.GoToTabAsync(page, "Cards");
        await Expect(page.Locator(".card").First).ToBeVisibleAsync();
        await LectureBrowser.GoToTabAsync(page, "Outline");
        await Expect(page.Locator(".outline button").First).ToBeVisibleAsync();
        await DownloadAllAsync(page);
        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task Transcript_grows_on_the_page_and_a_refresh_at_any_stage_shows_the_truth()
    {
        Repository.NeedSpeech();
        await using var server = await LecternTestServer.StartAsync();
        await using var browser = await LectureBrowser.OpenAsync(chromium, server);
        var page = await browser.OpenTabAsync();
        var fullSpeed = await LectureBrowser.SlowDownAsync(page, SlowBytesPerSecond);
        await LectureBrowser.ChooseAsync(page, Repository.Sample);
        await LectureBrowser.WaitForLectureAsync(page);

        // While it arrives, while it is transcribed, when it is done.
        await Expect(page.Locator("section.status")).ToContainTextAsync("received");
        await page.ReloadAsync();
        await LectureBrowser.LiveAsync(page);
        await Expect(page.Locator(".segment").First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await fullSpeed();
        await Expect(page.Locator(".segment").First).ToBeVisibleAsync();
        await LectureBrowser.DoneAsync(page);
        var words = await page.Locator(".transcript").InnerTextAsync();
        await page.ReloadAsync();

        // The browser gives text that the user sees, and that has to be drawn first.
        await Expect(page.Locator(".transcript")).ToHaveTextAsync(words, new LocatorAssertionsToHaveTextOptions { UseInnerText = true });
        AssertReceived(server, page, Repository.Sample);
        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task Upload_goes_on_by_itself_after_the_browser_was_closed()
    {
        Repository.NeedSpeech();
        using var profile = new TemporaryFolder();
        await using var server = await LecternTestServer.StartAsync();
        string lecture;
        await using (var first = await LectureBrowser.OpenAsync(chromium, server, profile.Path))
        {
            var page = await first.OpenTabAsync();
            await LectureBrowser.SlowDownAsync(page, SlowBytesPerSecond);
            await LectureBrowser.ChooseAsync(page, Repository.Sample);
            await LectureBrowser.WaitForLectureAsync(page);
            await Expect(page.Locator("section.status")).ToContainTextAsync("received");
            lecture = new Uri(page.Url).AbsolutePath;
        }

        await using var second = await LectureBrowser.OpenAsync(chromium, server, profile.Path);
        var again = await second.OpenTabAsync();
        await again.Locator("upload-tray a").ClickAsync();
        await LectureBrowser.DoneAsync(again);

        Assert.Equal(lecture, new Uri(again.Url).AbsolutePath);
        AssertReceived(server, again, Repository.Sample);
    }

    [Fact]
    public async Task Lost_network_stops_nothing_for_good()
    {
        Repository.NeedSpeech();
        await using var server = await LecternTestServer.StartAsync();
        await using var network = new BreakableNetwork(server.Address);
        await using var browser = await LectureBrowser.OpenAsync(chromium, network.Address);
        var page = await browser.OpenTabAsync();
        var fullSpeed = await LectureBrowser.SlowDownAsync(page, SlowBytesPerSecond);
        await LectureBrowser.ChooseAsync(page, Repository.Sample);
        await LectureBrowser.WaitForLectureAsync(page);
        await Expect(page.Locator("upload-tray .upload-state")).ToContainTextAsync("left");

        network.Break();
        await Expect(page.Locator("upload-tray .upload-state")).ToContainTextAsync("No connection");
        await Expect(page.Locator(".connection")).ToContainTextAsync("nothing that you did is lost");
        network.Mend();
        await fullSpeed();

        await Expect(page.Locator(".connection")).ToBeHiddenAsync();
        await LectureBrowser.DoneAsync(page);
        AssertReceived(server, page, Repository.Sample);
    }

    [Fact]
    public async Task Upload_is_paused_resumed_and_cancelled_by_hand()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var browser = await LectureBrowser.OpenAsync(chromium, server);
        var page = await browser.OpenTabAsync();
        await LectureBrowser.SlowDownAsync(page, SlowBytesPerSecond);
        await LectureBrowser.ChooseAsync(page, Repository.Sample);
        await LectureBrowser.WaitForLectureAsync(page);
        var tray = page.Locator("upload-tray");

        await tray.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Pause" }).ClickAsync();
        await Expect(tray.Locator(".upload-state")).ToContainTextAsync("Paused at");
        await tray.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Resume" }).ClickAsync();
        await Expect(tray.Locator(".upload-state")).Not.ToContainTextAsync("Paused");
        await tray.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cancel sleep-and-memory.mp3" }).ClickAsync();

        await Expect(tray.Locator("li")).ToHaveCountAsync(0);
        await page.GotoAsync("/bin");
        await Expect(page.Locator(".lecture")).ToContainTextAsync("sleep-and-memory");
    }

    [Fact]
    public async Task Several_files_that_are_dropped_become_lectures_of_the_library()
    {
        Repository.NeedSpeech();
        await using var server = await LecternTestServer.StartAsync();
        await using var browser = await LectureBrowser.OpenAsync(chromium, server);
        var page = await browser.OpenTabAsync();

        var files = await page.EvaluateHandleAsync("""
            async () => {
              const files = new DataTransfer();
              for (const name of ["first.txt", "second.txt"]) files.items.add(new File(["no sound"], name, { type: "text/plain" }));
              return files;
            }
            """);
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = files });

        await Expect(page.Locator(".lecture-name")).ToHaveCountAsync(2);
        await Expect(page.Locator(".lecture .bad")).ToHaveCountAsync(2);
        await page.Locator(".lecture-name").First.ClickAsync();
        await Expect(page.Locator(".status .notice.bad")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Try again" })).ToBeVisibleAsync();
    }

    private static async Task DownloadAllAsync(IPage page)
    {
        await page.GetByText("Download", new PageGetByTextOptions { Exact = true }).ClickAsync();
        var links = page.Locator(".menu-panel a[download]");
        var count = await links.CountAsync();
        Assert.Equal(12, count);
        for (var i = 0; i < count; i++)
        {
            if (!await links.Nth(i).IsVisibleAsync())
                await page.GetByText("Download", new PageGetByTextOptions { Exact = true }).ClickAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => links.Nth(i).ClickAsync());
            Assert.Null(await download.FailureAsync());
            Assert.StartsWith("sleep-and-memory", download.SuggestedFilename, StringComparison.Ordinal);
            Assert.True(new FileInfo(await download.PathAsync()).Length > 0, download.SuggestedFilename);
        }
    }

    private static void AssertReceived(LecternTestServer server, IPage page, string file)
    {
        var received = server.Services.GetRequiredService<AudioFolder>().RecordingOf(LectureBrowser.LectureOf(page));
        Assert.Equal(SHA256.HashData(File.ReadAllBytes(file)), SHA256.HashData(File.ReadAllBytes(received)));
    }
}
