using System.CommandLine;
using Lectern.Notes.Exports;
using Lectern.Transcripts;

namespace Lectern.Cli;

/// <summary><c>lectern transcribe FILE… [--format …] [-o OUT|-]</c></summary>
internal static class TranscribeCommand
{
    internal static Command Create(TimeProvider clock)
    {
        var files = CommonOptions.Files();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write to, or with several recordings the folder; '-' (the default) is standard output, segment by segment as they are decoded.",
        };
        var format = new Option<string?>("--format")
        {
            Description = $"One of {string.Join(", ", ExportFormats.Transcripts.Select(known => known.Name))}; by default what the ending of the output file says, else txt.",
        };
        format.Validators.Add(result =>
        {
            try
            {
                if (result.GetValue(format) is { } name)
                    ExportFormats.Find(name);
            }
            catch (NotSupportedException error)
            {
                result.AddError(error.Message);
            }
        });
        var (model, json) = (CommonOptions.Model(), CommonOptions.Json());
        var command = new Command("transcribe", "Write down what is said in recordings.") { files, output, format, model, json };
        command.SetAction((parsed, cancellation) =>
        {
            var terminal = Terminal.Open(parsed.GetValue(json));
            var arguments = parsed.GetValue(files)!;
            var target = parsed.GetValue(output) is { } path and not "-" ? path : null;
            var exporter = Exporter(parsed.GetValue(format), target);
            var names = new OutputNames(target, isSingle: arguments.Length == 1);
            return new RecordingBatch(terminal, clock, isResumable: target is not null).RunAsync(
                arguments,
                parsed.GetValue(model),
                (models, source, progress) => target is null
                    ? new TranscriptPrinter(terminal, models, exporter).RunAsync(source, progress, cancellation)
                    : new WriteTranscript(models).RunAsync(source, exporter, names.File(source, exporter.Extension), progress, cancellation),
                cancellation);
        });
        return command;
    }

    private static IExporter Exporter(string? format, string? target)
    {
        var ending = Path.GetExtension(target);
        return format is not null
            ? ExportFormats.Find(format)
            : ExportFormats.Transcripts.FirstOrDefault(known => string.Equals(known.Extension, ending, StringComparison.OrdinalIgnoreCase)) ?? ExportFormats.Find("txt");
    }
}
