using System.Diagnostics;
using Lectern.Notes.Writers;

namespace Lectern.Bench.Notes;

/// <summary><c>bench notes --part speed</c>: an hour's transcript through the whole writer, on one core.</summary>
internal static class NotesSpeedPart
{
    private const int Runs = 5;
    private const double HourSeconds = 3600;

    internal static Task RunAsync(CancellationToken cancellation)
    {
        // The lecture of Yale's that comes nearest to an hour at the pace of the bench.
        var segments = SharedText.Read<SegmentedText>("segmentation")
            .Where(document => document.Source is "yale")
            .Select(document => SharedText.Speak(document.Sentences))
            .MinBy(spoken => Math.Abs(spoken[^1].End.TotalSeconds - HourSeconds))!;
        ExtractiveWriter.Write(segments, new NoteOptions());
        var seconds = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            ExtractiveWriter.Write(segments, new NoteOptions());
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        var median = seconds[Runs / 2];
        var spoken = segments[^1].End.TotalSeconds;
        Console.WriteLine($"== all notes of a lecture of {spoken / 60:F1} minutes, one core: median {median:F3} s of {Runs} runs, {spoken / median:F0} x real time");
        return Task.CompletedTask;
    }
}
