using System.CommandLine;
using System.Diagnostics;
using Lectern.Bench.Memory;
using Lectern.Data;
using Lectern.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Bench.Library;

/// <summary><c>bench library</c>: how long a workspace of many lectures takes to be listed, opened and searched.</summary>
internal static class LibraryBench
{
    private const int Rounds = 15;
    private const int Seed = 20261125;

    internal static Command CreateCommand()
    {
        var lectures = new Option<int>("--lectures") { DefaultValueFactory = _ => 200, Description = "Lectures of an hour in the workspace." };
        var others = new Option<int>("--others") { DefaultValueFactory = _ => 0, Description = "Lectures of other workspaces beside them." };
        var command = new Command("library", "Times of the library's list, a lecture and searches, at the server.") { lectures, others };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(lectures), parsed.GetValue(others), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int lectures, int others, CancellationToken cancellation)
    {
        var (server, address) = await MeasuredServer.StartAsync("moonshine-tiny", cancellation);
        using var owned = server;
        await using var services = new ServiceCollection()
            .AddDbContextFactory<LecternDb>(options => options.UseLectureDatabase(server.Database))
            .BuildServiceProvider();
        var databases = services.GetRequiredService<IDbContextFactory<LecternDb>>();
        using var browser = new BenchBrowser(address);
        var owner = await WorkspaceOfAsync(browser, databases, cancellation);
        var library = new GeneratedLibrary(databases, Seed);
        await library.AddAsync(owner, lectures, cancellation);
        await library.AddAsync(Guid.NewGuid(), others, cancellation);
        Console.WriteLine($"{lectures} lectures of an hour, {others} of others; database {new FileInfo(server.Database).Length / 1e6:F0} MB");
        await MeasureAsync(databases, owner, cancellation);
        foreach (var (name, page) in new[] { ("the library", "/"), ("a tag", "/?tag=exam"), ("a search", $"/search?q={GeneratedLibrary.Word(3_000)}"), ("the commonest word", "/search?q=the") })
            await TimeAsync($"page, {name}", async () => (int)(await browser.GetAsync(page, cancellation)).TotalMilliseconds);
        return 0;
    }

    /// <summary>Opens the first page and returns the id of the workspace that the browser got with it: the owner of what it uploads.</summary>
    private static async Task<Guid> WorkspaceOfAsync(BenchBrowser browser, IDbContextFactory<LecternDb> databases, CancellationToken cancellation)
    {
        await browser.OpenAsync(cancellation);
        await browser.BeginAsync(new FileInfo(Path.Combine(SharedClip.RepositoryRoot(), "samples", "sleep-and-memory.mp3")), cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Lectures.Select(lecture => lecture.OwnerId).SingleAsync(cancellation);
    }

    private static async Task MeasureAsync(IDbContextFactory<LecternDb> databases, Guid owner, CancellationToken cancellation)
    {
        var list = new ListLectures(databases);
        var all = await list.RunAsync(owner, new LectureFilter(), cancellation);
        await TimeAsync("list, newest first", async () => (await list.RunAsync(owner, new LectureFilter(), cancellation)).Count);
        await TimeAsync("list, by title", async () => (await list.RunAsync(owner, new LectureFilter { Order = LectureOrder.Title }, cancellation)).Count);
        await TimeAsync("list, one tag", async () => (await list.RunAsync(owner, new LectureFilter { Tag = "exam" }, cancellation)).Count);
        await TimeAsync("courses and tags", async () =>
            (await new ListCourses(databases).RunAsync(owner, cancellation)).Count + (await new ListTags(databases).RunAsync(owner, cancellation)).Count);
        await TimeAsync("a lecture", async () => (await new ReadLecture(databases).RunAsync(owner, all[0].Id, cancellation))!.Segments.Count);
        var search = new SearchLectures(databases);
        foreach (var (name, query) in Queries())
            await TimeAsync($"search, {name}", async () => (await search.RunAsync(owner, query, cancellation)).Lectures.Sum(lecture => lecture.Count));
    }

    private static IEnumerable<(string Name, string Query)> Queries() =>
    [
        ("a rare word", GeneratedLibrary.Word(20_000) + " "),
        ("a word in some lectures", GeneratedLibrary.Word(3_000) + " "),
        ("a word in all lectures", GeneratedLibrary.Word(60) + " "),
        ("the commonest word", "the "),
        ("two words", $"{GeneratedLibrary.Word(60)} {GeneratedLibrary.Word(400)} "),
        ("two common words", "the of "),
        ("a beginning of two letters", "th"),
        ("a phrase", "\"of the\" "),
        ("no line has all words", $"{GeneratedLibrary.Word(9_000)} {GeneratedLibrary.Word(12_000)} {GeneratedLibrary.Word(15_000)} "),
        ("nothing", "zzzzzz "),
    ];

    private static async Task TimeAsync(string what, Func<Task<int>> work)
    {
        var count = await work();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{what,-36} median {times[Rounds / 2],7:F1} ms   worst {times[^1],7:F1} ms   ({count:N0})");
    }
}
