using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Lectern.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Recorder;

/// <summary>A browser that keeps its store in a folder, and whose microphone hears a file, from its start whenever it is opened.</summary>
internal sealed class RecorderBrowser : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    // Longer than any test waits for.
    private const float LongestRecording = 240_000;

    private readonly ConcurrentQueue<byte[]> _heard = new();
    private readonly string _profile;

    private RecorderBrowser(IBrowserContext context, IPage page, string profile) => (Context, Page, _profile) = (context, page, profile);

    internal IBrowserContext Context { get; }

    internal IPage Page { get; }

    /// <summary>Opens the browser at the recorder's page.</summary>
    /// <param name="chromium">Which browser.</param>
    /// <param name="address">The server.</param>
    /// <param name="profile">The folder of its store.</param>
    /// <param name="sound">The WAV that the microphone hears.</param>
    /// <param name="mayHear">Whether its user lets it hear.</param>
    /// <param name="cookies">The workspace that it had before, or none; null for what the folder holds.</param>
    internal static async Task<RecorderBrowser> OpenAsync(
        ChromiumFixture chromium, Uri address, string profile, string sound, bool mayHear = true, IEnumerable<Cookie>? cookies = null)
    {
        _ = chromium.Browser;
        var context = await chromium.Playwright.Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = ChromiumFixture.Program,
            Args = [.. ChromiumFixture.Arguments, $"--use-file-for-fake-audio-capture={sound}%noloop"],
            BaseURL = address.ToString(),
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            Permissions = mayHear ? ["microphone"] : [],
        });
        context.SetDefaultTimeout(60_000);
        if (cookies is not null)
        {
            await context.ClearCookiesAsync();
            await context.AddCookiesAsync(cookies);
        }

        var browser = new RecorderBrowser(context, await context.NewPageAsync(), profile);
        await context.ExposeBindingAsync("keepBlock", (BindingSource _, string block) => browser._heard.Enqueue(Convert.FromBase64String(block)));
        await browser.Page.GotoAsync("/record");
        return browser;
    }

    /// <summary>Begins a recording.</summary>
    internal async Task RecordAsync(string title)
    {
        await Page.GetByLabel("Title").FillAsync(title);
        await BeginAsync(Page.Locator("lecture-recorder").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Record", Exact = true }));
    }

    /// <summary>Goes on with the recording that was interrupted.</summary>
    internal async Task GoOnAsync()
    {
        await Expect(Page.Locator("recording-banner")).ToContainTextAsync("was interrupted at");
        await BeginAsync(Page.Locator("recording-banner").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Go on" }));
    }

    internal Task StopAsync() => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stop" }).ClickAsync();

    /// <summary>Returns how much is recorded.</summary>
    internal Task<double> SecondsAsync() => Page.EvaluateAsync<double>("document.querySelector('lecture-recorder').recorder.seconds");

    /// <summary>Waits until so much is recorded.</summary>
    internal Task UntilAsync(double seconds) => Page.WaitForFunctionAsync(
        "until => document.querySelector('lecture-recorder').recorder.seconds >= until", seconds, new PageWaitForFunctionOptions { Timeout = LongestRecording });

    /// <summary>Returns the sound that the page was given since the last call, and forgets it.</summary>
    internal byte[] TakeHeard()
    {
        var sound = new List<byte>();
        while (_heard.TryDequeue(out var block))
            sound.AddRange(block);
        return [.. sound];
    }

    /// <summary>Returns the marks of the lecture that the page shows, once the browser has sent them all.</summary>
    internal async Task<IReadOnlyList<SentMark>> MarksAsync()
    {
        await Page.WaitForFunctionAsync("async () => (await (await import('/js/recorder/recording-store.js')).marks()).length === 0");
        var json = await Page.EvaluateAsync<string>("async id => await (await fetch(`/api/lectures/${id}/marks`)).text()", LectureBrowser.LectureOf(Page).ToString());
        return JsonSerializer.Deserialize<List<SentMark>>(json, Options)!;
    }

    /// <summary>Ends all of the browser at once, as a crash does.</summary>
    internal async Task KillAsync()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Context.Close += (_, _) => closed.TrySetResult();
        foreach (var process in Process.GetProcesses().Where(IsOurs))
        {
            using (process)
                process.Kill();
        }

        await closed.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private async Task BeginAsync(ILocator button)
    {
        await Page.EvaluateAsync("""
            () => document.querySelector("lecture-recorder").recorder.microphone.addEventListener("block", ({ detail }) =>
              detail.samples && keepBlock(btoa(String.fromCharCode(...new Uint8Array(detail.samples.buffer)))))
            """);
        await button.ClickAsync();
        await Expect(Page.Locator("lecture-recorder")).ToHaveAttributeAsync("data-state", "recording");
    }

    // All processes of a browser name its folder, or belong to one that does.
    private bool IsOurs(Process process)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process.Id}/cmdline")).Contains(_profile, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
