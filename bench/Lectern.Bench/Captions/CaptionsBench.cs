using System.Buffers.Binary;
using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Lectern.Bench.Memory;
using Lectern.Inference.Audio;

namespace Lectern.Bench.Captions;

/// <summary><c>bench captions</c>: how far live captions are behind the voice, how soon all is done after the end, and whether the words are those of the file.</summary>
internal static partial class CaptionsBench
{
    private const int WarmUpBytes = 5 * 32_000;

    internal static Command CreateCommand()
    {
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "moonshine-base", Description = "The model of the transcript." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 120, Description = "How long each recorder records, in real time." };
        var recorders = new Option<int>("--recorders") { DefaultValueFactory = _ => 1, Description = "Recorders of different workspaces at once." };
        var clip = new Option<FileInfo?>("--clip") { Description = "The recording; the sample lecture unless told." };
        var trace = new Option<bool>("--trace") { Description = "Print each change of the captions." };
        var command = new Command("captions", "Delay of live captions, time from stop to transcript and notes, and words that differ from the file's own transcript.") { model, seconds, recorders, clip, trace };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(model)!,
            parsed.GetValue(clip)?.FullName ?? Path.Combine(SharedClip.RepositoryRoot(), "samples", "sleep-and-memory.mp3"),
            parsed.GetValue(seconds),
            parsed.GetValue(recorders),
            parsed.GetValue(trace),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string model, string clip, int seconds, int recorders, bool isTraced, CancellationToken cancellation)
    {
        var sound = await DecodeAsync(clip, seconds, cancellation);
        var (server, address) = await MeasuredServer.StartAsync(model, cancellation);
        using var owned = server;
        var browsers = Enumerable.Range(0, recorders).Select(_ => new BenchBrowser(address)).ToList();
        foreach (var browser in browsers)
            await browser.OpenAsync(cancellation);
        // The models are loaded before anybody speaks, as they are for all but a server's first lecture.
        await new RealTimeRecorder(browsers[0], sound[..WarmUpBytes]).RunAsync(cancellation);
        Console.WriteLine($"{model}, {recorders} recorder(s), {sound.Length / 32_000} s of {Path.GetFileName(clip)}");
        var traces = await Task.WhenAll(browsers.Select(browser => new RealTimeRecorder(browser, sound).RunAsync(cancellation)));
        foreach (var trace in traces)
        {
            foreach (var look in isTraced ? trace.Looks : [])
                Console.WriteLine($"{look.At.TotalSeconds,7:F2} s  heard to {look.Heard.TotalSeconds,7:F2} s  {look.Words} words");
            Print(trace);
        }

        Console.WriteLine($"server's peak {server.PeakMegabytes():F0} MB");
        Console.WriteLine($"words that differ from the file's transcript: {await DifferenceAsync(browsers[0], sound, traces[0], cancellation):P1}");
        browsers.ForEach(browser => browser.Dispose());
        return 0;
    }

    private static void Print(CaptionTrace trace)
    {
        foreach (var (name, delays) in new[] { ("sound", trace.DelaysOfSound()), ("words", trace.DelaysOfWords()) })
        {
            var sorted = delays.Order().ToList();
            Console.WriteLine($"captions behind the {name}: p50 {At(sorted, .5):F2} s, p95 {At(sorted, .95):F2} s, worst {sorted[^1]:F2} s ({sorted.Count} moments)");
        }

        Console.WriteLine($"after stop: transcript {trace.AfterStop.Text.TotalSeconds:F2} s, notes and cards {trace.AfterStop.Notes.TotalSeconds:F2} s; {trace.Looks.Count} changes of the captions");
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    /// <summary>Uploads the same sound as a file and returns the word error rate of the live transcript against that of the file.</summary>
    private static async Task<double> DifferenceAsync(BenchBrowser browser, byte[] sound, CaptionTrace live, CancellationToken cancellation)
    {
        byte[] file = [.. LiveWave.Header, .. sound];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)(file.Length - 8));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(LiveWave.HeaderBytes - 4), (uint)sound.Length);
        var upload = await browser.BeginAsync("file.wav", file.Length, cancellation);
        await browser.SendAsync(upload, 0, file, isLast: false, cancellation);
        var text = await browser.TranscriptAsync(Guid.Parse(upload.ToString().Split('/')[^1]), cancellation);
        var (expected, got) = (WordsOf(text), WordsOf(string.Join(' ', live.Segments.Select(segment => segment.Text))));
        return (double)Distance(expected, got) / expected.Count;
    }

    private static List<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>Counts the words to be changed, added or left out (Levenshtein 1966).</summary>
    private static int Distance(List<string> expected, List<string> got)
    {
        var row = Enumerable.Range(0, got.Count + 1).ToArray();
        for (var i = 0; i < expected.Count; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < got.Count; j++)
            {
                var substituted = diagonal + (string.Equals(expected[i], got[j], StringComparison.Ordinal) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substituted, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }

    private static async Task<byte[]> DecodeAsync(string clip, int seconds, CancellationToken cancellation)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo(
            "ffmpeg", ["-v", "error", "-stream_loop", "-1", "-i", clip, "-t", $"{seconds}", "-ac", "1", "-ar", "16000", "-f", "s16le", "-"])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var sound = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(sound, cancellation);
        return sound.ToArray();
    }

    [GeneratedRegex("[a-z0-9']+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
