using System.Runtime.CompilerServices;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Lectern.Inference.Speech;
using Lectern.Inference.Transcription;
using Lectern.Models;

namespace Lectern.Transcripts;

/// <summary>Transcribes a recording, going on where an earlier run was stopped.</summary>
/// <param name="models">The loaded models; not owned.</param>
public sealed class TranscribeLecture(SpeechModels models)
{
    private static readonly WindowOptions Windows = new();

    /// <summary>Transcribes a recording.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="journalPath">Where finished batches are written down; null to remember nothing. Standard input is never remembered.</param>
    /// <param name="progress">Told how far the work is; called on other threads.</param>
    /// <param name="finished">Told each segment of the transcript as soon as it and all before it are final.</param>
    /// <param name="cancellation">Stops within a second; what is finished stays in the journal.</param>
    /// <returns>The whole transcript.</returns>
    /// <exception cref="AudioException">The recording cannot be decoded.</exception>
    /// <exception cref="LectureException">The journal cannot be written.</exception>
    /// <exception cref="ModelException">The model failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<LectureTranscript> RunAsync(
        LectureSource source,
        string? journalPath,
        IProgress<TranscriptionProgress> progress,
        Action<TranscriptSegment> finished,
        CancellationToken cancellation)
    {
        using var journal = await OpenJournalAsync(source, journalPath, cancellation);
        if (journal?.EndSample is { } known)
            return Replay(journal, SampleClock.ToTime(known), finished);

        var duration = source.Path is null ? null : (await new AudioProbe().ProbeFileAsync(source.Path, cancellation)).Duration;
        var resumed = SampleClock.ToTime(journal?.Batches is [.., var last] ? last.EndSample : 0);
        var (heard, done) = (TimeSpan.Zero, TimeSpan.Zero);
        var segments = new List<TranscriptSegment>();

        void Heard(TimeSpan time)
        {
            heard = time;
            progress.Report(new TranscriptionProgress(heard, done, resumed, duration));
        }

        var transcriber = new StreamTranscriber(models.Transcriber, models.Detector, Windows);
        await foreach (var batch in transcriber.TranscribeAsync(Decode(source, cancellation), [.. journal?.Batches ?? []], Heard, cancellation))
        {
            journal?.Append(batch);
            segments.AddRange(batch.Segments);
            foreach (var segment in batch.Segments)
                finished(segment);
            done = SampleClock.ToTime(batch.EndSample);
            progress.Report(new TranscriptionProgress(heard, done, resumed, duration));
        }

        journal?.Complete(SampleClock.ToSample(heard));
        return new LectureTranscript(heard, segments);
    }

    private async Task<TranscriptJournal?> OpenJournalAsync(LectureSource source, string? path, CancellationToken cancellation)
    {
        if (path is null || await source.FingerprintAsync(cancellation) is not { } fingerprint)
            return null;
        var engine = $"{typeof(TranscribeLecture).Assembly.GetName().Version} {Windows}";
        return TranscriptJournal.Open(path, new JournalHeader(TranscriptJournal.FormatVersion, fingerprint, models.Id, engine));
    }

    private static LectureTranscript Replay(TranscriptJournal journal, TimeSpan duration, Action<TranscriptSegment> finished)
    {
        var segments = journal.Batches.SelectMany(batch => batch.Segments).ToList();
        segments.ForEach(finished);
        return new LectureTranscript(duration, segments);
    }

    private static async IAsyncEnumerable<PcmChunk> Decode(LectureSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var decoder = new AudioDecoder();
        var chunks = source.Path is null
            ? decoder.DecodeAsync(Console.OpenStandardInput(), "standard input", cancellation)
            : decoder.DecodeFileAsync(source.Path, cancellation);
        await foreach (var chunk in chunks.WithCancellation(cancellation))
            yield return chunk;
    }
}
