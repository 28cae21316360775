using Lectern.Data;
using Lectern.Hosting;
using Lectern.Inference;
using Lectern.Models;
using Lectern.Notes;
using Lectern.Notes.Marks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Orleans.Utilities;

namespace Lectern.Sessions;

/// <summary>A lecture's session, as an Orleans grain: one activation of it at a time, and one call at a time in it.</summary>
/// <remarks>
/// What it knows is in the database; an activation holds only what can be read again. The transcription runs beside it and calls back:
/// LectureSession.Runs.cs has that half.
/// </remarks>
internal sealed partial class LectureSession : Grain, ILectureSession, IDisposable
{
    private static readonly TimeSpan WatchTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromDays(1);

    private readonly SessionStore _store;
    private readonly RunResources _resources;
    private readonly ObserverManager<ILectureWatcher> _watchers;
    private readonly SessionRun _run;
    private int _segments;

    public LectureSession(IDbContextFactory<LecternDb> databases, AudioFolder audio, SharedModels models, TranscriptionTurns queue, IOptions<LecternOptions> options, TimeProvider clock, ILogger<TranscriptionRun> log)
    {
        _store = new SessionStore(databases, this.GetPrimaryKey());
        _resources = new RunResources(audio, models, queue, options.Value, clock, log);
        _watchers = new ObserverManager<ILectureWatcher>(WatchTime, log);
        _run = new SessionRun(clock);
    }

    private Guid Id => this.GetPrimaryKey();

    private DateTimeOffset Now => _resources.Clock.GetUtcNow();

    private long Received => _resources.Audio.LengthOf(Id);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _store.LoadAsync();
        _segments = await _store.ReadAsync(db => db.Segments.CountAsync(segment => segment.LectureId == Id, cancellationToken));
        this.RegisterGrainTimer(LookAfterAsync, new GrainTimerCreationOptions(Round, Round));
    }

    // The run of an activation ends with it; the next one goes on after the last window that was saved.
    public void Dispose() => _run.Dispose();

    public async Task CreateAsync(NewLecture lecture)
    {
        // The file first: a row without a file would be a lecture that can never be received.
        _resources.Audio.Create(Id);
        await _store.CreateAsync(lecture.ToRow(Id, _resources.Models.DefaultId, Now, _resources.Options.UploadLifetime));
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

    public Task FinishRecordingAsync() => _store.Lecture.UploadLength is null ? SetLengthAsync(Received) : Task.CompletedTask;

    public async Task ReceivedAsync(long bytes)
    {
        var lecture = _store.Lecture;
        var isComplete = bytes == lecture.UploadLength;
        if (isComplete && !lecture.IsReceived)
            await WriteAsync(SetReceived);
        else if (!isComplete && lecture.UploadExpiresAt is { } expires && expires - Now < _resources.Options.UploadLifetime - TimeSpan.FromHours(1))
            await WriteAsync(row => row.UploadExpiresAt = Now + _resources.Options.UploadLifetime);
        if (!_run.IsActive)
            await WakeAsync();
        _run.Arriving?.Arrived(bytes, isComplete);
        TellWatchers();
    }

    public async Task WakeAsync()
    {
        if (_run.IsActive || _store.Row is not { DeletedAt: null } row || row.Stage is LectureStage.Done or LectureStage.Cancelled or LectureStage.Failed)
            return;

        // The server may have been killed after the last byte and before this was noted; the client has nothing more to send.
        if (!row.IsReceived && row.UploadLength == Received)
            await WriteAsync(SetReceived);
        row = _store.Lecture;
        if (row.Stage == LectureStage.WritingNotes)
            await StartNotesAsync();
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
        return WriteAsync((db, row) =>
        {
            row.Course = cleanCourse;
            return SaveTags.RunAsync(db, Id, cleanTags);
        });
    }

    public Task RefreshNotesAsync() => ChangeNotesAsync(RefreshNotes.Run);

    public Task RemakeNotesAsync() => ChangeNotesAsync(RemakeNotes.Run);

    private async Task ChangeNotesAsync(Func<StoredNotes, IReadOnlyList<TranscriptSegment>, string, IReadOnlyList<Mark>, StoredNotes> remake)
    {
        var (transcript, notes) = await _store.ReadAsync(async db => (await SavedTranscript.SegmentsAsync(db, Id), await db.Notes.AsNoTracking().FirstOrDefaultAsync(row => row.LectureId == Id)));
        if (notes is null)
            throw new LectureException("There are no notes yet.");
        var (language, marks) = (_store.Lecture.Language, await MarksAsync());
        var fresh = await Task.Run(() => remake(NotesJson.Read(notes.Json), transcript, language, marks));
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

    private Task WriteAsync(Action<LectureRow> change) => WriteAsync(SessionStore.OfRow(change));

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

    private static void SetReceived(LectureRow row) => (row.IsReceived, row.UploadExpiresAt) = (true, null);

    private void TellWatchers()
    {
        if (_watchers.Count == 0 || _store.Row is null)
            return;
        var progress = Progress();
        _watchers.Notify(watcher => watcher.ChangedAsync(progress)).Ignore();
    }

    private LectureProgress Progress() => ProgressNow.Of(_store.Lecture, _run, Received, _segments);
}
