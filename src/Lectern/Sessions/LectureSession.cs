using System.Data.Common;
using Lectern.Data;
using Lectern.Hosting;
using Lectern.Inference;
using Lectern.Inference.Transcription;
using Lectern.Library;
using Lectern.Models;
using Lectern.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Orleans.Utilities;

namespace Lectern.Sessions;

/// <summary>A lecture's session, as an Orleans grain: one activation of it at a time, and one call at a time in it.</summary>
/// <remarks>
/// What it knows is in the database; an activation holds only what can be read again. The transcription runs beside it and calls back.
/// </remarks>
internal sealed class LectureSession : Grain, ILectureSession, IDisposable
{
    private static readonly TimeSpan WatchTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromDays(1);

    private readonly SessionStore _store;
    private readonly RunResources _resources;
    private readonly ObserverManager<ILectureWatcher> _watchers;
    private readonly Pace _pace;
    private ActiveRun? _run;
    private int _segments;

    public LectureSession(IDbContextFactory<LecternDb> databases, AudioFolder audio, SharedModels models, TranscriptionTurns queue, IOptions<LecternOptions> options, TimeProvider clock, ILogger<TranscriptionRun> log)
    {
        _store = new SessionStore(databases, this.GetPrimaryKey());
        _resources = new RunResources(audio, models, queue, options.Value, clock, log);
        _watchers = new ObserverManager<ILectureWatcher>(WatchTime, log);
        _pace = new Pace(clock);
    }

    private Guid Id => this.GetPrimaryKey();

    private DateTimeOffset Now => _resources.Clock.GetUtcNow();

    private long Received => _resources.Audio.LengthOf(Id);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _store.LoadAsync();
        _segments = await _store.ReadAsync(db => db.Segments.CountAsync(segment => segment.LectureId == Id, cancellationToken));
    }

    // The run of an activation ends with it; the next one goes on after the last window that was saved.
    public void Dispose() => _run?.Dispose();

    public async Task CreateAsync(NewLecture lecture)
    {
        // The file first: a row without a file would be a lecture that can never be received.
        _resources.Audio.Create(Id);
        await _store.CreateAsync(new LectureRow
        {
            Id = Id,
            OwnerId = lecture.OwnerId,
            Title = Path.GetFileNameWithoutExtension(lecture.FileName) is { Length: > 0 } stem ? stem : lecture.FileName,
            FileName = lecture.FileName,
            CreatedAt = Now,
            UploadLength = lecture.UploadLength,
            UploadMetadata = lecture.UploadMetadata,
            UploadExpiresAt = Now + _resources.Options.UploadLifetime,
            Model = _resources.Models.DefaultId,
            Language = "en",
            Epoch = 1,
        });
        if (lecture.UploadLength == 0)
            await ReceivedAsync(0);
    }

    public Task<LectureProgress> GetProgressAsync() => Task.FromResult(Progress());

    public async Task SetLengthAsync(long bytes)
    {
        if (_store.Lecture.UploadLength is { } known)
        {
            if (known != bytes)
                throw new LectureException($"The upload was said to be {known} bytes long, and now {bytes}.");
            return;
        }

        await WriteAsync(row => row.UploadLength = bytes);
        await ReceivedAsync(Received);
    }

    public async Task ReceivedAsync(long bytes)
    {
        var lecture = _store.Lecture;
        var isComplete = bytes == lecture.UploadLength;
        if (isComplete && !lecture.IsReceived)
            await WriteAsync(row => (row.IsReceived, row.UploadExpiresAt) = (true, null));
        else if (!isComplete && lecture.UploadExpiresAt is { } expires && expires - Now < _resources.Options.UploadLifetime - TimeSpan.FromHours(1))
            await WriteAsync(row => row.UploadExpiresAt = Now + _resources.Options.UploadLifetime);
        if (_run is null)
            await WakeAsync();
        _run?.Arriving.Arrived(bytes, isComplete);
        TellWatchers();
    }

    public async Task WakeAsync()
    {
        if (_run is not null || _store.Row is not { DeletedAt: null } row || row.Stage is LectureStage.Done or LectureStage.Cancelled or LectureStage.Failed)
            return;
        if (row.Stage == LectureStage.WritingNotes)
            await MakeNotesAsync();
        else if (Received > 0 || row.IsReceived)
            await StartRunAsync();
    }

    public async Task CancelAsync()
    {
        if (_store.Lecture.Stage is LectureStage.Done or LectureStage.Cancelled)
            return;
        StopRun();
        await WriteAsync(row => (row.Stage, row.Failure) = (LectureStage.Cancelled, null));
    }

    public async Task RetryAsync()
    {
        if (_store.Lecture.Stage is not (LectureStage.Cancelled or LectureStage.Failed))
            return;
        await WriteAsync(row => (row.Stage, row.Failure) = (row.DurationSamples is null ? LectureStage.Receiving : LectureStage.WritingNotes, null));
        await WakeAsync();
    }

    public async Task DeleteAsync()
    {
        StopRun();
        if (_store.Lecture.DeletedAt is null)
            await WriteAsync(row => row.DeletedAt = Now);
    }

    public async Task RestoreAsync()
    {
        if (_store.Lecture.DeletedAt is not null)
            await WriteAsync(row => (row.DeletedAt, row.UploadExpiresAt) = (null, row.IsReceived ? null : Now + _resources.Options.UploadLifetime));
        await WakeAsync();
    }

    public async Task PurgeAsync()
    {
        if (_store.Row is null)
            return;
        if (_store.Lecture.DeletedAt is null)
            throw new LectureException("Only a lecture in the recycle bin can be removed for good.");
        StopRun();
        await _store.RemoveAsync();
        _resources.Audio.Remove(Id);
        _watchers.Clear();
        DeactivateOnIdle();
    }

    public Task EditAsync(LectureEdit edit)
    {
        var clean = EditRules.Clean(edit);
        return WriteAsync((db, row) => new EditHistory(db, row, Now).MakeAsync(clean));
    }

    public async Task<LectureEdit?> UndoAsync()
    {
        LectureEdit? undone = null;
        await WriteAsync(async (db, row) => undone = await new EditHistory(db, row, Now).UndoAsync());
        return undone;
    }

    public async Task<LectureEdit?> RedoAsync()
    {
        LectureEdit? redone = null;
        await WriteAsync(async (db, row) => redone = await new EditHistory(db, row, Now).RedoAsync());
        return redone;
    }

    public Task FileAsync(string course, IReadOnlyList<string> tags)
    {
        var (cleanCourse, cleanTags) = (EditRules.CleanCourse(course), EditRules.CleanTags(tags));
        return WriteAsync(async (db, row) =>
        {
            row.Course = cleanCourse;
            db.Tags.RemoveRange(await db.Tags.Where(tag => tag.LectureId == Id && !cleanTags.Contains(tag.Name)).ToListAsync());
            var present = await db.Tags.Where(tag => tag.LectureId == Id).Select(tag => tag.Name).ToListAsync();
            db.Tags.AddRange(cleanTags.Except(present, StringComparer.Ordinal).Select(tag => new TagRow { LectureId = Id, Name = tag }));
        });
    }

    public async Task RefreshNotesAsync()
    {
        var (transcript, notes) = await _store.ReadAsync(async db => (await SavedTranscript.SegmentsAsync(db, Id), await db.Notes.AsNoTracking().FirstOrDefaultAsync(row => row.LectureId == Id)));
        if (notes is null)
            throw new LectureException("There are no notes yet.");
        var language = _store.Lecture.Language;
        var fresh = await Task.Run(() => RefreshNotes.Run(NotesJson.Read(notes.Json), transcript, language));
        await WriteAsync((db, row) => SaveNotes.RunAsync(db, row, fresh));
    }

    public Task<LectureProgress> WatchAsync(ILectureWatcher watcher)
    {
        _watchers.Subscribe(watcher, watcher);
        return Task.FromResult(Progress());
    }

    public Task UnwatchAsync(ILectureWatcher watcher)
    {
        _watchers.Unsubscribe(watcher);
        return Task.CompletedTask;
    }

    public async Task<bool> SaveBatchAsync(int epoch, TranscribedBatch batch)
    {
        if (_run?.Epoch != epoch)
            return false;
        await WriteAsync(async (db, row) =>
        {
            var first = await SavedTranscript.RemoveFromAsync(db, Id, batch.Index);
            if (first < _segments)
                _resources.Log.BatchesReplaced(Id, batch.Index);
            var segments = SavedTranscript.Add(db, Id, batch, first);
            db.SearchLines.AddRange(SearchLines.OfSegments(Id, segments));
            (row.Stage, row.DoneSamples) = (LectureStage.Transcribing, batch.EndSample);
            _segments = first + segments.Count;
        });
        return true;
    }

    public Task ReportAsync(int epoch, RunProgress progress)
    {
        if (_run?.Epoch != epoch)
            return Task.CompletedTask;
        _run.Progress = progress;
        if (progress.Stage == LectureStage.Transcribing)
            _pace.Start(SampleClock.ToTime(_store.Lecture.DoneSamples));
        else
            _pace.Stop();
        TellWatchers();
        return Task.CompletedTask;
    }

    public async Task FinishTranscriptAsync(int epoch, long durationSamples)
    {
        if (_run?.Epoch != epoch)
            return;
        StopRun();
        await WriteAsync(row => (row.Stage, row.DurationSamples, row.DoneSamples) = (LectureStage.WritingNotes, durationSamples, durationSamples));
        await MakeNotesAsync();
    }

    public async Task FailAsync(int epoch, string failure)
    {
        if (_run?.Epoch != epoch)
            return;
        StopRun();
        try
        {
            await WriteAsync(row => (row.Stage, row.Failure) = (LectureStage.Failed, failure));
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            // A full disk: what was saved before is whole, the page says what is wrong, and a later start goes on by itself.
            _resources.Log.NotSaved(error, Id);
            _store.ShowFailure($"{failure} The database could not be written either: is the disk full?");
            TellWatchers();
        }
    }

    public async Task ParkAsync(int epoch)
    {
        if (_run?.Epoch != epoch)
            return;
        // Bytes may have come while this call was on its way.
        var isOverdue = Received > _run.Arriving.Length;
        StopRun();
        await WriteAsync(row => row.Stage = LectureStage.Receiving);
        if (isOverdue)
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
        _run = new ActiveRun(lecture.Epoch, arriving);
        DelayDeactivation(KeepAlive);
        _run.Start(new TranscriptionRun(lecture, done, arriving, this.AsReference<ILectureSession>(), _resources));
    }

    private void StopRun()
    {
        _run?.Dispose();
        _run = null;
        _pace.Stop();
        DelayDeactivation(TimeSpan.Zero);
    }

    private async Task MakeNotesAsync()
    {
        TellWatchers();
        var transcript = await _store.ReadAsync(db => SavedTranscript.SegmentsAsync(db, Id));
        var language = _store.Lecture.Language;
        var notes = await Task.Run(() => WriteNotes.Run(transcript, language, firstKey: 1));
        await WriteAsync(async (db, row) =>
        {
            await SaveNotes.RunAsync(db, row, notes);
            (row.Stage, row.Failure) = (LectureStage.Done, null);
        });
    }

    private Task WriteAsync(Action<LectureRow> change) => WriteAsync((_, row) =>
    {
        change(row);
        return Task.CompletedTask;
    });

    private async Task WriteAsync(Func<LecternDb, LectureRow, Task> change)
    {
        try
        {
            await _store.WriteAsync(change);
        }
        catch (StaleSessionException)
        {
            StopRun();
            DeactivateOnIdle();
            throw;
        }

        TellWatchers();
    }

    private void TellWatchers()
    {
        if (_watchers.Count == 0 || _store.Row is null)
            return;
        var progress = Progress();
        _watchers.Notify(watcher => watcher.ChangedAsync(progress)).Ignore();
    }

    private LectureProgress Progress()
    {
        var lecture = _store.Lecture;
        var run = _run?.Progress;
        var done = SampleClock.ToTime(lecture.DoneSamples);
        var duration = lecture.DurationSamples is { } samples ? SampleClock.ToTime(samples) : run?.Duration;
        return new LectureProgress
        {
            LectureId = Id,
            Version = lecture.Version,
            Stage = _run is null ? lecture.Stage : run?.Stage ?? lecture.Stage,
            Failure = lecture.Failure,
            ReceivedBytes = Received,
            UploadLength = lecture.UploadLength,
            IsReceived = lecture.IsReceived,
            Heard = run?.Heard ?? TimeSpan.Zero,
            Done = done,
            Duration = duration,
            Speed = _pace.Speed(done),
            TimeLeft = _pace.Left(done, duration),
            Place = run?.Place ?? 0,
            ModelShare = run?.ModelShare,
            Segments = _segments,
            IsDeleted = lecture.DeletedAt is not null,
        };
    }
}
