using System.CommandLine;
using System.Diagnostics;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Lectern.Inference.Catalog;
using Lectern.Inference.Models;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Speech;

namespace Lectern.Bench;

/// <summary><c>bench speed</c>: our engine and <c>../shared/peers/moonshine.mjs</c> in turns on the same clips, decoded to sound beforehand.</summary>
internal static class SpeedBench
{
    private const int MeasuredRuns = 3;
    private const int Rows = 12;

    internal static Command CreateCommand()
    {
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "moonshine-base", Description = "The speech model." };
        var pairs = new Option<int>("--pairs") { DefaultValueFactory = _ => 3, Description = "How often the two are run in turns." };
        var command = new Command("speed", "Audio seconds per second, as a ratio to the peer in the same run.") { model, pairs };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(model)!, parsed.GetValue(pairs), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string id, int pairs, CancellationToken cancellation)
    {
        var data = DataFolder.Find(Environment.GetEnvironmentVariable);
        var installed = await new ModelStore(data, ModelCatalog.Load(data)).GetAsync(id, progress: null, cancellation);
        var peer = await Peer.PrepareAsync(cancellation);
        var clips = await DecodeAsync(cancellation);
        var ratios = new List<double>();
        for (var pair = 1; pair <= pairs; pair++)
        {
            var ours = Measure(installed, clips, cancellation);
            var theirs = await peer.MeasureAsync(installed, cancellation);
            ratios.Add(ours / theirs);
            Console.WriteLine($"{id} pair {pair}: ours {ours:F1} x real time, peer {theirs:F1} x, ratio {ours / theirs:F2}");
        }

        ratios.Sort();
        Console.WriteLine($"{id}: {clips.Count} clips, ratio median {ratios[ratios.Count / 2]:F2}, least {ratios[0]:F2}, most {ratios[^1]:F2}");
        return 0;
    }

    /// <summary>Loads the model, transcribes all clips once unmeasured and then three times, and returns the median speed.</summary>
    private static double Measure(InstalledModel installed, IReadOnlyList<AudioWindow> clips, CancellationToken cancellation)
    {
        using var transcriber = MoonshineTranscriber.Load(ModelFolder.Open(installed.Folder));
        var seconds = clips.Sum(clip => clip.Samples.Length) / (double)SampleClock.Rate;
        var batches = clips.OrderByDescending(clip => clip.Samples.Length).Chunk(Rows).ToList();
        var speeds = new List<double>();
        for (var run = 0; run <= MeasuredRuns; run++)
        {
            var watch = Stopwatch.StartNew();
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
            Parallel.For(0, batches.Count, options, i => transcriber.Transcribe(batches[i], cancellation));
            if (run > 0)
                speeds.Add(seconds / watch.Elapsed.TotalSeconds);
        }

        speeds.Sort();
        return speeds[speeds.Count / 2];
    }

    /// <summary>Decodes the clips that the peer takes, each as one window.</summary>
    private static async Task<IReadOnlyList<AudioWindow>> DecodeAsync(CancellationToken cancellation)
    {
        var windows = new List<AudioWindow>();
        foreach (var clip in SharedClip.Read("short").Where(clip => clip.Seconds is > 0.3 and < 30))
        {
            var samples = new List<float>();
            await foreach (var chunk in new AudioDecoder().DecodeFileAsync(clip.FullPath, cancellation))
                samples.AddRange(chunk.Samples.Span);
            windows.Add(new AudioWindow { Index = windows.Count, StartSample = 0, Samples = [.. samples], Speech = [new SpeechSpan(0, samples.Count)] });
        }

        return windows;
    }
}
