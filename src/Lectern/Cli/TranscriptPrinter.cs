using Lectern.Inference;
using Lectern.Models;
using Lectern.Notes.Exports;
using Lectern.Notes.Exports.Subtitles;
using Lectern.Transcripts;

namespace Lectern.Cli;

/// <summary>Prints a transcript to standard output while it grows; formats that need all of it are printed at the end.</summary>
internal sealed class TranscriptPrinter(Terminal terminal, SpeechModels models, IExporter exporter)
{
    internal async Task RunAsync(LectureSource source, IProgress<TranscriptionProgress> progress, CancellationToken cancellation)
    {
        var cues = new CueShaper();
        Action<IEnumerable<Cue>>? printCues = exporter switch
        {
            SrtExporter => shaped => Print(shaped, SrtExporter.WriteCue),
            VttExporter => shaped => Print(shaped, VttExporter.WriteCue),
            _ => null,
        };
        if (exporter is VttExporter)
            terminal.Output.Write(VttExporter.Header);
        var transcript = await new TranscribeLecture(models).RunAsync(source, journalPath: null, progress, Finished, cancellation);
        terminal.Clear();
        printCues?.Invoke(cues.Complete(transcript.Duration));
        if (printCues is null && exporter is not TextExporter)
            exporter.Write(WriteTranscript.LectureOf(source, transcript, models.Id), terminal.Output);
        await terminal.Output.FlushAsync(cancellation);

        void Finished(TranscriptSegment segment)
        {
            printCues?.Invoke(cues.Add(segment));
            if (exporter is not TextExporter)
                return;
            terminal.Clear();
            terminal.Output.WriteLine(segment.Text);
            terminal.Output.Flush();
        }
    }

    private void Print(IEnumerable<Cue> cues, Action<Cue, TextWriter> write)
    {
        foreach (var cue in cues)
        {
            terminal.Clear();
            write(cue, terminal.Output);
        }

        terminal.Output.Flush();
    }
}
