using Lectern.Inference;
using Lectern.Models;
using Lectern.Notes.Exports;
using Lectern.Notes.Writers;
using Lectern.Transcripts;

namespace Lectern.Notes;

/// <summary>Transcribes a recording, makes notes and cards of it, and writes all of it to a folder.</summary>
/// <param name="models">The loaded models; not owned.</param>
public sealed class MakeNotes(SpeechModels models)
{
    private const string Language = "en";

    /// <summary>Makes the notes of one recording.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="options">What notes are wanted.</param>
    /// <param name="progress">Told how far the transcription is; called on other threads.</param>
    /// <param name="cancellation">Stops within a second; a second run goes on from there.</param>
    /// <returns>The lecture as it was written.</returns>
    /// <exception cref="LectureException">The folder cannot be written or belongs to something else.</exception>
    /// <exception cref="Inference.Audio.AudioException">The recording cannot be decoded.</exception>
    /// <exception cref="ModelException">The model failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Lecture> RunAsync(
        LectureSource source,
        NotesFolder folder,
        NoteOptions options,
        IProgress<TranscriptionProgress> progress,
        CancellationToken cancellation)
    {
        folder.Claim();
        LectureTranscript transcript;
        try
        {
            transcript = await new TranscribeLecture(models).RunAsync(source, folder.JournalPath, progress, static _ => { }, cancellation);
        }
        catch
        {
            folder.RemoveIfEmpty();
            throw;
        }

        var lecture = new Lecture
        {
            Title = source.Stem,
            FileName = source.Name,
            Duration = transcript.Duration,
            Model = models.Id,
            Language = Language,
            ProcessedAt = source.RecordedAt,
            Segments = transcript.Segments,
            Notes = ExtractiveWriter.Write(transcript.Segments, options with { Language = Language }),
        };
        cancellation.ThrowIfCancellationRequested();
        folder.Write(lecture);
        return lecture;
    }
}
