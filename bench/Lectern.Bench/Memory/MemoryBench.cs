using System.CommandLine;
using System.Diagnostics;
using Lectern.Bench.Pages;
using Lectern.Data;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Bench.Memory;

/// <summary><c>bench memory</c>: what the real server holds in memory while it receives and transcribes long recordings and pages are open.</summary>
internal static class MemoryBench
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);

    internal static Command CreateCommand()
    {
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "moonshine-base", Description = "The speech model." };
        var minutes = new Option<int>("--minutes") { DefaultValueFactory = _ => 120, Description = "Minutes of each recording." };
        var lectures = new Option<int>("--lectures") { DefaultValueFactory = _ => 1, Description = "Recordings that are sent at once." };
        var pages = new Option<int>("--pages") { DefaultValueFactory = _ => 0, Description = "Pages of the lectures that are open in Chromium." };
        var live = new Option<bool>("--live") { Description = "Send each as the recorder does, without a length, as fast as it can." };
        var command = new Command("memory", "Resident memory of the server by the share that is transcribed.") { model, minutes, lectures, pages, live };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(model)!, TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(lectures), parsed.GetValue(pages), parsed.GetValue(live), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string model, TimeSpan length, int lectures, int pages, bool isLive, CancellationToken cancellation)
    {
        var file = new FileInfo(Path.Combine(Path.GetTempPath(), $"lectern-bench-{Environment.ProcessId}.{(isLive ? "wav" : "mp3")}"));
        await MakeAsync(file.FullName, length, isLive, cancellation);
        file.Refresh();
        try
        {
            var (server, address) = await MeasuredServer.StartAsync(model, cancellation);
            using var owned = server;
            using var browser = new BenchBrowser(address);
            await browser.OpenAsync(cancellation);
            Console.WriteLine($"{model}, {lectures} x {length.TotalMinutes:F0} min, {pages} pages; idle {server.Megabytes().Server:F0} MB");
            var uploads = new List<Uri>();
            for (var i = 0; i < lectures; i++)
                uploads.Add(await browser.BeginAsync(file.Name, isLive ? null : file.Length, cancellation));
            await using var chromium = await OpenPagesAsync(address, browser, uploads, pages);
            var sending = Task.WhenAll(uploads.Select(upload => browser.SendAsync(upload, file, isLive, cancellation)));
            await WatchAsync(server, lectures * length, cancellation);
            await sending;
            Console.WriteLine($"pages after: {(await browser.GetAsync("/", cancellation)).TotalMilliseconds:F0} ms the library, "
                + $"{(await browser.GetAsync($"/lectures/{uploads[0].ToString().Split('/')[^1]}", cancellation)).TotalMilliseconds:F0} ms a lecture; peak {server.PeakMegabytes():F0} MB");
            return 0;
        }
        finally
        {
            file.Delete();
        }
    }

    /// <summary>Opens pages of the lectures in a Chromium, and returns it.</summary>
    private static async Task<BenchChromium?> OpenPagesAsync(Uri address, BenchBrowser browser, List<Uri> uploads, int pages)
    {
        if (pages == 0)
            return null;
        var chromium = await BenchChromium.StartAsync();
        var user = await chromium.OpenAsync(address);
        await user.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = browser.Cookie.Name, Value = browser.Cookie.Value, Url = address.ToString() }]);
        for (var i = 0; i < pages; i++)
            await (await user.NewPageAsync()).GotoAsync($"/lectures/{uploads[i % uploads.Count].ToString().Split('/')[^1]}");
        return chromium;
    }

    /// <summary>Makes a recording of the sample lecture, over and over.</summary>
    private static async Task MakeAsync(string path, TimeSpan length, bool isLive, CancellationToken cancellation)
    {
        var sample = Path.Combine(SharedClip.RepositoryRoot(), "samples", "sleep-and-memory.mp3");
        string[] output = isLive ? ["-ac", "1", "-ar", "16000", "-f", "s16le", "-"] : ["-c", "copy", path];
        var start = new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", "-stream_loop", "-1", "-i", sample, "-t", $"{length.TotalSeconds}", .. output]) { RedirectStandardOutput = isLive };
        using var ffmpeg = Process.Start(start)!;
        if (isLive)
        {
            await using var file = File.Create(path);
            await file.WriteAsync(LiveWave.Header.ToArray(), cancellation);
            await ffmpeg.StandardOutput.BaseStream.CopyToAsync(file, cancellation);
        }

        await ffmpeg.WaitForExitAsync(cancellation);
        if (ffmpeg.ExitCode != 0)
            throw new InvalidOperationException("ffmpeg could not make the recording.");
    }

    /// <summary>Prints the memory at each tenth of the work, the most of each tenth.</summary>
    private static async Task WatchAsync(MeasuredServer server, TimeSpan total, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Rhythm);
        var (tenth, most, mostDecoders, watch) = (0, 0.0, 0.0, Stopwatch.StartNew());
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var (own, decoders) = server.Megabytes();
            (most, mostDecoders) = (Math.Max(most, own), Math.Max(mostDecoders, decoders));
            await using var db = new LecternDb((DbContextOptions<LecternDb>)new DbContextOptionsBuilder<LecternDb>().UseLectureDatabase(server.Database).Options);
            var lectures = await db.Lectures.AsNoTracking().ToListAsync(cancellation);
            if (lectures.Find(lecture => lecture.Failure is not null) is { } failed)
                throw new InvalidOperationException(failed.Failure);
            var isDone = lectures.TrueForAll(lecture => lecture.Stage == LectureStage.Done);
            var share = SampleClock.ToTime(lectures.Sum(lecture => lecture.DoneSamples)) / total;
            if (share * 10 < tenth + 1 && !isDone)
                continue;
            tenth = (int)(share * 10);
            Console.WriteLine($"{share,5:P0}  {watch.Elapsed:h\\:mm\\:ss}  most {most,4:F0} MB, decoders {mostDecoders,3:F0} MB");
            (most, mostDecoders) = (0, 0);
            if (isDone)
                return;
        }
    }
}
