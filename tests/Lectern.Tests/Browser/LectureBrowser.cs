using System.Text.RegularExpressions;
using Lectern.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Browser;

/// <summary>A user's browser at a server: a workspace of its own, and the errors that its pages told of.</summary>
internal sealed partial class LectureBrowser : IAsyncDisposable
{
    private readonly List<string> _errors = [];

    private LectureBrowser(IBrowserContext context)
    {
        Context = context;
        // Chromium takes long where other tests use all cores.
        context.SetDefaultTimeout(60_000);
    }

    internal IBrowserContext Context { get; }

    /// <summary>Gets what went wrong in its pages: errors of scripts, and what the content security policy refused.</summary>
    internal IReadOnlyList<string> Errors => _errors;

    /// <summary>Opens a browser window.</summary>
    internal static Task<LectureBrowser> OpenAsync(ChromiumFixture chromium, LecternTestServer server) => OpenAsync(chromium, server.Address);

    /// <summary>Opens a browser window at an address.</summary>
    internal static async Task<LectureBrowser> OpenAsync(ChromiumFixture chromium, Uri address) => new(
        await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        }));

    /// <summary>Opens a browser that keeps its store in a folder, as one does that is closed and opened again.</summary>
    internal static async Task<LectureBrowser> OpenAsync(ChromiumFixture chromium, LecternTestServer server, string folder) => new(
        await chromium.Playwright.Chromium.LaunchPersistentContextAsync(folder, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = ChromiumFixture.Program,
            Args = ChromiumFixture.Arguments,
            BaseURL = server.Address.ToString(),
            ReducedMotion = ReducedMotion.Reduce,
        }));

    /// <summary>Opens a tab at an address, and waits until its connection to the server stands.</summary>
    internal async Task<IPage> OpenTabAsync(string address = "/")
    {
        var page = await Context.NewPageAsync();
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            // A page that is offline says so in many ways.
            if (string.Equals(message.Type, "error", StringComparison.Ordinal) && !message.Text.Contains("net::ERR_", StringComparison.Ordinal) && !message.Text.Contains("WebSocket", StringComparison.Ordinal))
                _errors.Add(message.Text);
        };
        await page.GotoAsync(address);
        await LiveAsync(page);
        return page;
    }

    /// <summary>Waits until a page's connection to the server stands.</summary>
    internal static Task LiveAsync(IPage page) => page.Locator("html[data-live=true]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>Gives a page files by its picker.</summary>
    internal static async Task ChooseAsync(IPage page, params string[] files)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByText("Choose files").ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    /// <summary>Uploads a recording and waits until its notes are made.</summary>
    /// <returns>The page of the lecture.</returns>
    internal async Task<IPage> UploadAsync(string file)
    {
        var page = await OpenTabAsync();
        await ChooseAsync(page, file);
        await WaitForLectureAsync(page);
        await DoneAsync(page);
        return page;
    }

    internal static Task WaitForLectureAsync(IPage page) => page.WaitForURLAsync(LectureAddress().IsMatch, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

    /// <summary>Waits until the work on the lecture of a page is done.</summary>
    internal static async Task DoneAsync(IPage page)
    {
        await Expect(page.Locator(".segment").First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });
        await Expect(page.Locator("section.status")).ToHaveCountAsync(0);
    }

    /// <summary>Returns the id of the lecture that a page shows.</summary>
    internal static Guid LectureOf(IPage page) => Guid.Parse(LectureAddress().Match(page.Url).Groups["id"].Value);

    /// <summary>Goes to a part of the lecture that a page shows.</summary>
    internal static async Task GoToTabAsync(IPage page, string name)
    {
        var tab = page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Parts of the lecture" }).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name });
        await tab.ClickAsync();
        await Expect(tab).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>Lets a page send no more than so much.</summary>
    /// <returns>What lets it send as fast as it can again.</returns>
    internal static async Task<Func<Task>> SlowDownAsync(IPage page, int bytesPerSecond)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await SendAtAsync(bytesPerSecond);
        return () => SendAtAsync(-1);

        Task SendAtAsync(int speed) => session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = 0,
            ["downloadThroughput"] = -1,
            ["uploadThroughput"] = speed,
        });
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    [GeneratedRegex(@"/lectures/(?<id>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LectureAddress();
}
