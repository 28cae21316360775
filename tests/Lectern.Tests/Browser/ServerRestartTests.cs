using Lectern.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>What a page does when the server is started again under it.</summary>
[Collection(ChromiumFixture.Collection)]
public sealed class ServerRestartTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Page_and_words_typed_meanwhile_come_back_with_the_server()
    {
        Repository.NeedSpeech();
        using var folder = new TemporaryFolder();
        var first = await LecternTestServer.StartAsync(dataFolder: folder.Path);
        var address = first.Address;
        await using var browser = await LectureBrowser.OpenAsync(chromium, first);
        var page = await browser.UploadAsync(Repository.Sample);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Edit the title" }).ClickAsync();
        await Expect(page.Locator("textarea")).ToBeVisibleAsync();
        await first.DisposeAsync();

        await Expect(page.Locator(".connection")).ToBeVisibleAsync();
        await page.Locator("textarea").FillAsync("Written while the server was away");
        await Expect(page.Locator("save-state")).ToContainTextAsync("Not saved yet");
        await using var second = await LecternTestServer.StartAsync(dataFolder: folder.Path, url: address.ToString());

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Written while the server was away");
        await Expect(page.Locator(".transcript")).ToContainTextAsync("hippocampus");
    }
}
