using Lectern.Models;
using Lectern.Notes.Exports;
using Lectern.Notes.Writers;

namespace Lectern.Transcripts;

/// <summary>Transcribes a recording to a file, going on where an earlier run was stopped.</summary>
/// <param name="models">The loaded models; not owned.</param>
public sealed class WriteTranscript(SpeechModels models)
{
    private const string Language = "en";

    /// <summary>Transcribes a recording to a file; until it is whole, a journal lies beside it and the file is not there.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="exporter">The file's format.</param>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told how far the work is; called on other threads.</param>
    /// <param name="cancellation">Stops within a second; a second run goes on from there.</param>
    /// <exception cref="LectureException">The file or its journal cannot be written, or the file is the recording.</exception>
    /// <exception cref="Inference.Audio.AudioException">The recording cannot be decoded.</exception>
    /// <exception cref="Inference.ModelException">The model failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task RunAsync(LectureSource source, IExporter exporter, string path, IProgress<TranscriptionProgress> progress, CancellationToken cancellation)
    {
        if (source.Path is not null && string.Equals(Path.GetFullPath(source.Path), Path.GetFullPath(path), StringComparison.Ordinal))
            throw new LectureException($"'{path}' is the recording itself, which a transcript must not replace. Choose another file with -o.");
        var journal = path + ".lectern-journal.jsonl";
        var transcript = await new TranscribeLecture(models).RunAsync(source, journal, progress, static _ => { }, cancellation);
        WholeFile.Write(path, writer => exporter.Write(LectureOf(source, transcript, models.Id), writer));
        File.Delete(journal);
    }

    /// <summary>Makes what exporters write of a transcript without notes.</summary>
    internal static Lecture LectureOf(LectureSource source, LectureTranscript transcript, string model) => new()
    {
        Title = source.Stem,
        FileName = source.Name,
        Duration = transcript.Duration,
        Model = model,
        Language = Language,
        ProcessedAt = source.RecordedAt,
        Segments = transcript.Segments,
        Notes = LectureNotes.Empty,
    };
}
