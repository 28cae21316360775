using System.CommandLine;
using System.Diagnostics;
using Lectern.Bench.Memory;
using Lectern.Data;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Bench.Recorder;

/// <summary><c>bench recorder</c>: what browser and server hold in memory over a long recording, which goes as fast as the server transcribes it.</summary>
internal static class RecorderBench
{
    private const double StretchSeconds = 5;
    private const int BytesPerSecond = SampleClock.Rate * LiveWave.SampleBytes;
    // How much more there may be in the last third than before: the browser's store tidies up now and then.
    private const double Noise = 1.1;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(50);
    // A window is decoded when it has ended: so much is always open.
    private static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(45);

    internal static Command CreateCommand()
    {
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "moonshine-base", Description = "The speech model." };
        var minutes = new Option<int>("--minutes") { DefaultValueFactory = _ => 180, Description = "How long the recording is." };
        var every = new Option<int>("--every") { DefaultValueFactory = _ => 10, Description = "Minutes of the recording between two looks." };
        var command = new Command("recorder", "Memory of a browser that records, and of its server, over a long recording.") { model, minutes, every };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(model)!, parsed.GetValue(minutes), parsed.GetValue(every), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string model, int minutes, int every, CancellationToken cancellation)
    {
        var (server, address) = await MeasuredServer.StartAsync(model, cancellation);
        using var owned = server;
        await using var page = await RecordingPage.StartAsync(address, await ClipAsync(cancellation));
        Console.WriteLine($"{model}, {minutes} min recorded");
        Console.WriteLine("recorded    took  heap MB  nodes  listeners  renderer MB  store MB  server MB");
        var (looks, watch, recorded) = (new List<MemoryLook>(), Stopwatch.StartNew(), 0.0);
        for (var minute = 1; minute <= minutes; minute++)
        {
            recorded = await MinuteAsync(server, page, minute, cancellation);
            if (minute % every != 0)
                continue;
            looks.Add(await page.LookAsync(minute) with { Server = server.Megabytes().Server });
            Print(looks[^1], watch.Elapsed);
        }

        await CheckAsync(server, await page.StopAsync(), recorded, cancellation);
        Judge(looks);
        return 0;
    }

    /// <summary>Records a minute with a mark, no further ahead of the transcript than a recording in real time.</summary>
    private static async Task<double> MinuteAsync(MeasuredServer server, RecordingPage page, int minute, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Rhythm);
        double recorded;
        do
        {
            recorded = await page.HearAsync(StretchSeconds);
            while (recorded - await TranscribedAsync(server, cancellation) > MostAhead.TotalSeconds)
                await timer.WaitForNextTickAsync(cancellation);
        }
        while (recorded < 60 * minute);
        await page.MarkAsync();
        return recorded;
    }

    private static async Task<double> TranscribedAsync(MeasuredServer server, CancellationToken cancellation)
    {
        await using var db = OpenDatabase(server);
        return SampleClock.ToTime(await db.Lectures.SumAsync(lecture => lecture.DoneSamples, cancellation)).TotalSeconds;
    }

    private static async Task CheckAsync(MeasuredServer server, Guid lecture, double recorded, CancellationToken cancellation)
    {
        await using var db = OpenDatabase(server);
        var bytes = (await db.Lectures.SingleAsync(row => row.Id == lecture, cancellation)).UploadLength;
        var marks = await db.Marks.CountAsync(row => row.LectureId == lecture, cancellation);
        // What the sound thread still held at Stop comes on top.
        Console.WriteLine($"arrived: {bytes:N0} bytes, before Stop were recorded {LiveWave.HeaderBytes + (recorded * BytesPerSecond):N0}; {marks} marks");
    }

    private static LecternDb OpenDatabase(MeasuredServer server) =>
        new((DbContextOptions<LecternDb>)new DbContextOptionsBuilder<LecternDb>().UseLectureDatabase(server.Database).Options);

    private static void Print(MemoryLook look, TimeSpan took) => Console.WriteLine(
        $"{look.Minutes,4:F0} min  {took:h\\:mm\\:ss}  {look.Heap,7:F2}  {look.Nodes,5:F0}  {look.Listeners,9:F0}  {look.Renderer,11:F0}  {look.Stored,8:F1}  {look.Server,9:F0}");

    // What grows with the recording is more in the last third than ever before.
    private static void Judge(List<MemoryLook> looks)
    {
        var third = looks.Count / 3;
        if (third == 0)
            return;
        foreach (var (before, after) in Most(looks[..^third]).Zip(Most(looks[^third..])))
            Console.WriteLine($"{after.Name}: {(after.Value <= before.Value * Noise ? "flat" : "grows")}, at most {after.Value:G4} in the last third and {before.Value:G4} before");
    }

    private static List<(string Name, double Value)> Most(List<MemoryLook> looks) =>
        [.. looks.SelectMany(look => look.Numbers()).GroupBy(number => number.Name, (name, all) => (name, all.Max(number => number.Value)), StringComparer.Ordinal)];

    /// <summary>Decodes the sample lecture.</summary>
    private static async Task<byte[]> ClipAsync(CancellationToken cancellation)
    {
        var sample = Path.Combine(SharedClip.RepositoryRoot(), "samples", "sleep-and-memory.mp3");
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", sample, "-ac", "1", "-ar", "16000", "-f", "s16le", "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        using var sound = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(sound, cancellation);
        await ffmpeg.WaitForExitAsync(cancellation);
        return ffmpeg.ExitCode == 0 ? sound.ToArray() : throw new InvalidOperationException("ffmpeg could not decode the sample lecture.");
    }
}
