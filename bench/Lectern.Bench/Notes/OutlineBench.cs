using System.Diagnostics;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Bench.Notes;

/// <summary>Where sections begin, the number of sections found by itself, beside the scorer's baselines.</summary>
internal static class OutlineBench
{
    internal static async Task RunAsync(CancellationToken cancellation)
    {
        var texts = SharedText.Read<SegmentedText>("segmentation");
        var predictions = new List<object>();
        var watch = new Stopwatch();
        var (slowest, slowestId, densest) = (TimeSpan.Zero, string.Empty, 0.0);
        foreach (var text in texts)
        {
            var sentences = text.Speak();
            watch.Restart();
            var starts = TopicBoundaries.Find(sentences, TermFrequency.Of(sentences, "en"), "en");
            if (watch.Elapsed > slowest)
                (slowest, slowestId) = (watch.Elapsed, text.Id);
            if (starts.Count > 1)
                densest = Math.Max(densest, starts.Count * 1.5 / (sentences[^1].End - sentences[0].Start).TotalMinutes);
            predictions.Add(new { text.Id, Boundaries = starts });
        }

        var path = SharedText.WritePredictions("outline", predictions);
        Console.WriteLine(await Scorer.RunAsync("pk_windowdiff.py", ["--ref", SharedText.DevFile("segmentation"), "--pred", path], cancellation));
        Console.WriteLine($"sections per minute and a half, at most: {densest:F2}; slowest text: {slowest.TotalMilliseconds:F0} ms ({slowestId})");
        Console.WriteLine(await Scorer.RunAsync("baselines.py", ["--half", "dev", "--task", "seg"], cancellation));
    }
}
