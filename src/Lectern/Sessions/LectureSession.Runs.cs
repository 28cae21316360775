using System.Data.Common;
using Lectern.Captions;
using Lectern.Data;
using Lectern.Inference.Transcription;
using Lectern.Notes;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

// Runs: how they are started and stopped, and what they call.
internal sealed partial class LectureSession
{
    public async Task<bool> SaveBatchAsync(int epoch, TranscribedBatch batch)
    {
        if (!_run.Is(epoch))
            return false;
        await WriteAsync(async (db, row) =>
        {
            var count = await SavedTranscript.SaveAsync(db, Id, batch);
            if (count < _segments)
                _resources.Log.BatchesReplaced(Id, batch.Index);
            (row.Stage, row.DoneSamples, _segments) = (LectureStage.Transcribing, batch.EndSample, count);
        });
        return true;
    }

    public Task ReportAsync(int epoch, RunProgress progress)
    {
        if (!_run.Is(epoch))
            return Task.CompletedTask;
        _run.Report(progress, _store.Lecture.DoneSamples);
        TellWatchers();
        return Task.CompletedTask;
    }

    public Task CaptionAsync(int epoch, LectureCaption caption)
    {
        if (_run.Is(epoch) && _watchers.Count > 0)
            _watchers.Notify(watcher => watcher.CaptionedAsync(caption)).Ignore();
        return Task.CompletedTask;
    }

    public async Task FinishTranscriptAsync(int epoch, long durationSamples)
    {
        if (!_run.Is(epoch))
            return;
        StopRun();
        await WriteAsync(row => (row.Stage, row.DurationSamples, row.DoneSamples) = (LectureStage.WritingNotes, durationSamples, durationSamples));
        await StartNotesAsync();
    }

    public async Task SaveNotesAsync(int epoch, string notes)
    {
        if (!_run.Is(epoch))
            return;
        StopRun();
        await WriteAsync(async (db, row) =>
        {
            await SaveNotes.RunAsync(db, row, NotesJson.Read(notes));
            (row.Stage, row.Failure) = (LectureStage.Done, null);
        });
    }

    public async Task FailAsync(int epoch, string failure)
    {
        if (!_run.Is(epoch))
            return;
        StopRun();
        try
        {
            await WriteAsync(row => (row.Stage, row.Failure) = (LectureStage.Failed, failure));
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            // A full disk: what was saved before is whole, the page says what is wrong, and the next round tries again.
            _resources.Log.NotSaved(error, Id);
            _store.ShowFailure($"{failure} The database could not be written either: is the disk full?");
            TellWatchers();
        }
    }

    public async Task ParkAsync(int epoch)
    {
        if (!_run.Is(epoch))
            return;
        // Bytes may have come while this call was on its way.
        var isOverdue = Received > _run.Arriving?.Length;
        StopRun();
        await WriteAsync(row => row.Stage = LectureStage.Receiving);
        if (isOverdue)
            await WakeAsync();
    }

    /// <summary>Goes on with a lecture whose run could not tell what became of it, or whose failure could not be saved.</summary>
    private async Task LookAfterAsync()
    {
        if (!_run.HasVanished && !_store.ShowsFailure)
            return;
        StopRun();
        await _store.LoadAsync();
        _resources.Log.GoesOn(Id);
        await WakeAsync();
    }

    private async Task StartRunAsync()
    {
        await WriteAsync(row =>
        {
            row.Epoch++;
            row.Stage = row.Stage == LectureStage.Receiving && !row.IsReceived ? LectureStage.Receiving : LectureStage.Waiting;
        });
        var lecture = _store.Lecture;
        var done = await _store.ReadAsync(db => SavedTranscript.BatchesAsync(db, Id));
        var arriving = new ArrivingAudio(Received, lecture.IsReceived);
        DelayDeactivation(KeepAlive);
        var session = this.AsReference<ILectureSession>();
        _run.Start(lecture.Epoch, arriving, async cancellation =>
        {
            await using var run = new TranscriptionRun(lecture, done, arriving, session, _resources);
            await run.RunAsync(cancellation);
        });
    }

    private void StopRun()
    {
        _run.Stop();
        DelayDeactivation(TimeSpan.Zero);
    }

    private async Task StartNotesAsync()
    {
        await WriteAsync(row => row.Epoch++);
        var (epoch, language, session) = (_store.Lecture.Epoch, _store.Lecture.Language, this.AsReference<ILectureSession>());
        var transcript = await _store.ReadAsync(db => SavedTranscript.SegmentsAsync(db, Id));
        var marks = await MarksAsync();
        _run.Start(epoch, arriving: null, cancellation => new NotesRun(epoch, transcript, language, marks, session, _resources.Log).RunAsync(cancellation));
    }
}
