using System.CommandLine;
using System.Text.Json;
using Lectern.Bench.Library;
using Lectern.Bench.Memory;
using Lectern.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lectern.Bench.Pages;

/// <summary><c>bench pages</c>: how soon pages are there and can be used in a real Chromium, how much moves meanwhile, and how soon a second tab shows what was typed in the first.</summary>
internal static class PagesBench
{
    private const int Rounds = 9;
    private const int Lectures = 200;
    private const int Seed = 20261126;

    // Files can be given, and links and forms work, once the modules are there; all else, once the page's connection to the server stands.
    private const string Watch = """
        customElements.whenDefined("upload-tray").then(() => { window.ready = performance.now(); });
        new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shift = (window.shift ?? 0) + each.value; }).observe({ type: "layout-shift", buffered: true });
        new MutationObserver(() => { if (document.documentElement?.dataset.live === "true") window.usable ??= performance.now(); }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-live"] });
        """;

    private const string Read = """
        () => ({ painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, ready: window.ready, usable: window.usable, shift: window.shift ?? 0,
          kilobytes: performance.getEntries().reduce((sum, each) => sum + (each.transferSize ?? 0), 0) / 1000 })
        """;

    private static readonly string Sample = Path.Combine(SharedClip.RepositoryRoot(), "samples", "sleep-and-memory.mp3");

    internal static Command CreateCommand()
    {
        var command = new Command("pages", "Times of pages in a real Chromium, and how soon two tabs are in step.");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (server, address) = await MeasuredServer.StartAsync("moonshine-tiny", cancellation);
        using var owned = server;
        await using var chromium = await BenchChromium.StartAsync();
        await MeasureAsync("the first page, never seen before", "/", () => chromium.OpenAsync(address));
        await using var user = await chromium.OpenAsync(address);
        var lecture = await UploadAsync(user);
        await MeasureAsync("the first page, seen before", "/", () => Task.FromResult(user));
        await MeasureAsync("a lecture of three minutes", lecture, () => Task.FromResult(user));
        var hour = await FillAsync(server, cancellation);
        await MeasureAsync($"a library of {Lectures} lectures", "/", () => Task.FromResult(user));
        await MeasureAsync("a lecture of an hour", $"/lectures/{hour}", () => Task.FromResult(user));
        await MeasureTabsAsync(user, lecture);
        return 0;
    }

    private static async Task<string> UploadAsync(IBrowserContext user)
    {
        var page = await user.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("html[data-live=true]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByText("Choose files").First.ClickAsync());
        await chooser.SetFilesAsync(Sample);
        await page.WaitForURLAsync("**/lectures/*", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Parts of the lecture" }).GetByText("Cards").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.segment') && !document.querySelector('section.status')", options: new PageWaitForFunctionOptions { Timeout = 300_000 });
        var path = new Uri(page.Url).AbsolutePath;
        await page.CloseAsync();
        return path;
    }

    /// <summary>Gives the one workspace there is a long library.</summary>
    /// <returns>The id of one of its lectures.</returns>
    private static async Task<Guid> FillAsync(MeasuredServer server, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection()
            .AddDbContextFactory<LecternDb>(options => options.UseLectureDatabase(server.Database))
            .BuildServiceProvider();
        var databases = services.GetRequiredService<IDbContextFactory<LecternDb>>();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var owner = await db.Lectures.Select(lecture => lecture.OwnerId).SingleAsync(cancellation);
        await new GeneratedLibrary(databases, Seed).AddAsync(owner, Lectures, cancellation);
        return await db.Lectures.Where(lecture => lecture.Title.StartsWith("Lecture 7:")).Select(lecture => lecture.Id).SingleAsync(cancellation);
    }

    private static async Task MeasureAsync(string what, string path, Func<Task<IBrowserContext>> open)
    {
        var seen = new List<PageTimes>();
        for (var round = 0; round < Rounds; round++)
        {
            var user = await open();
            var page = await user.NewPageAsync();
            await page.AddInitScriptAsync(Watch);
            await page.GotoAsync(path);
            await page.WaitForFunctionAsync("() => window.usable");
            seen.Add((await page.EvaluateAsync<JsonElement>(Read)).Deserialize<PageTimes>(JsonSerializerOptions.Web)!);
            await page.CloseAsync();
        }

        Console.WriteLine($"{what,-36} painted {Median(seen, page => page.Painted),5:F0} ms   ready {Median(seen, page => page.Ready),5:F0} ms   usable {Median(seen, page => page.Usable),5:F0} ms, worst {seen.Max(page => page.Usable),5:F0} ms   "
            + $"moved {seen.Max(page => page.Shift):F3}   {Median(seen, page => page.Kilobytes),5:F0} kB");
    }

    /// <summary>Types in one tab and times when the other shows it, from the moment that the first says it is saved and from the last key.</summary>
    private static async Task MeasureTabsAsync(IBrowserContext user, string lecture)
    {
        var (first, second) = (await TabAsync(user, lecture), await TabAsync(user, lecture));
        await first.Locator(".segment").First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Edit the text" }).ClickAsync(new LocatorClickOptions { Force = true });
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var words = $"Good morning, for the {round + 1}. time.";
            var shown = second.EvaluateAsync<double>(
                """
                (words) => new Promise((resolve) => {
                  const look = () => document.querySelector(".segment .words").textContent.includes(words) ? resolve(Date.now()) : requestAnimationFrame(look);
                  look();
                })
                """,
                words);
            await first.Locator(".segment textarea").FillAsync(words);
            var typed = await first.EvaluateAsync<double>("Date.now()");
            times.Add(await shown - typed);
        }

        times.Sort();
        Console.WriteLine($"{"two tabs: from the last key to the other",-36} median {times[Rounds / 2]:F0} ms, worst {times[^1]:F0} ms");
    }

    private static async Task<IPage> TabAsync(IBrowserContext user, string path)
    {
        var page = await user.NewPageAsync();
        await page.GotoAsync(path);
        await page.Locator("html[data-live=true]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return page;
    }

    private static double Median(List<PageTimes> seen, Func<PageTimes, double> figure) => seen.Select(figure).Order().ElementAt(seen.Count / 2);
}
