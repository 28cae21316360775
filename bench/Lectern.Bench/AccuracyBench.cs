using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Lectern.Inference.Catalog;
using Lectern.Models;
using Lectern.Transcripts;

namespace Lectern.Bench;

/// <summary><c>bench accuracy</c>: the whole program, file by file, scored by <c>../shared/audio/wer.py</c>.</summary>
internal static class AccuracyBench
{
    internal static Command CreateCommand()
    {
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "moonshine-base", Description = "The speech model." };
        var kind = new Option<string>("--kind") { DefaultValueFactory = _ => "short", Description = "The manifest's kind of clips: short, long or noise." };
        var command = new Command("accuracy", "Word error rate of the whole program on the shared English recordings.") { model, kind };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(model)!, parsed.GetValue(kind)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string model, string kind, CancellationToken cancellation)
    {
        var data = DataFolder.Find(Environment.GetEnvironmentVariable);
        using var models = await SpeechModels.OpenAsync(new ModelStore(data, ModelCatalog.Load(data)), model, new Progress<ModelProgress>(), cancellation);
        var hypotheses = Path.Combine(Path.GetTempPath(), $"lectern-{model}-{kind}.jsonl");
        await using (var writer = new StreamWriter(hypotheses))
        {
            foreach (var clip in SharedClip.Read(kind))
            {
                var source = LectureSource.Parse(clip.FullPath, TimeProvider.System);
                var transcript = await new TranscribeLecture(models).RunAsync(source, journalPath: null, new Progress<TranscriptionProgress>(), static _ => { }, cancellation);
                var text = string.Join(' ', transcript.Segments.Select(segment => segment.Text));
                await writer.WriteLineAsync(JsonSerializer.Serialize(new { file = clip.File, text }));
            }
        }

        Console.Write($"{model} {kind}: ");
        using var scorer = Process.Start("python3", [Path.Combine(SharedClip.Folder, "wer.py"), SharedClip.Manifest, hypotheses, "language=en", $"kind={kind}", "reference_trust=gold"]);
        await scorer.WaitForExitAsync(cancellation);
        return scorer.ExitCode;
    }
}
