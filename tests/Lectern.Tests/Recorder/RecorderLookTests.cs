using Lectern.Tests.Browser;
using Lectern.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Recorder;

/// <summary>Axe finds nothing on the recorder's page in any state, and all of it can be done by keys alone.</summary>
[Collection(RecorderGroup.Collection)]
public sealed class RecorderLookTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Recorder_has_no_barriers_in_any_state()
    {
        Repository.NeedSpeech();
        await using var desk = await RecorderDesk.OpenAsync(chromium, path => SpokenClip.CutAsync(path, seconds: 120));
        var page = desk.Page;
        var look = new Look(page);

        await look.CheckAsync("record-idle");
        await RecordByKeysAsync(page);
        await Expect(page.Locator("lecture-recorder")).ToHaveAttributeAsync("data-state", "recording");
        await page.Keyboard.PressAsync("i");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Proof of the theorem: see chapter 4");
        await page.Keyboard.PressAsync("Enter");
        // A browser that other tests hold up marks a gap.
        await Expect(page.Locator(".rec-mark-list li").Filter(new LocatorFilterOptions { HasNotText = "Gap" })).ToHaveCountAsync(2);
        await Expect(page.Locator(".rec-box")).ToContainTextAsync("memory");
        await look.CheckAsync("recording");
        desk.Network.Break();
        await Expect(page.Locator("[data-alarm=offline]")).ToBeVisibleAsync();
        await look.CheckAsync("record-offline");
        desk.Network.Mend();
        await Expect(page.Locator("[data-alarm=offline]")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(page.Locator("recording-banner")).ToContainTextAsync("was interrupted at");
        await look.CheckAsync("record-recovered");
    }

    [Fact]
    public async Task Refused_microphone_is_a_sentence_and_no_lecture_is_left()
    {
        using var folder = new TemporaryFolder();
        await using var server = await LecternTestServer.StartAsync();
        await using var browser = await RecorderBrowser.OpenAsync(chromium, server.Address, folder["profile"], sound: "", mayHear: false);
        var page = browser.Page;

        await RecordByKeysAsync(page);
        await Expect(page.Locator("[data-alarm=refused]")).ToContainTextAsync("did not let Lectern use the microphone");
        await new Look(page).CheckAsync("record-refused");
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Record", Exact = true })).ToBeEnabledAsync();
        await page.GotoAsync("/");

        await Expect(page.Locator(".hero")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_that_is_not_secure_says_what_to_do()
    {
        const string Host = "lecture.test";
        _ = chromium.Browser;
        await using var server = await LecternTestServer.StartAsync(options => options.AllowedHosts = Host);
        await using var browser = await chromium.Playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumFixture.Program,
            Args = [.. ChromiumFixture.Arguments, $"--host-resolver-rules=MAP {Host} 127.0.0.1"],
        });
        var page = await browser.NewPageAsync();

        await page.GotoAsync($"http://{Host}:{server.Address.Port}/record");

        await Expect(page.Locator("[data-message]")).ToContainTextAsync("Open Lectern with https");
        await Expect(page.Locator("lecture-recorder")).ToHaveAttributeAsync("data-state", "unsupported");
        await Expect(page.Locator(".rec-start")).ToBeHiddenAsync();
    }

    private static async Task RecordByKeysAsync(IPage page)
    {
        await page.Locator("lecture-recorder[data-state=idle]").WaitForAsync();
        await page.GetByLabel("Title").FocusAsync();
        await page.Keyboard.TypeAsync("Analysis 2, lecture 9");
        await page.Keyboard.PressAsync("Enter");
    }
}
