using Lectern.Captions;
using Lectern.Inference.Transcription;
using Lectern.Notes.Marks;
using Orleans.Concurrency;

namespace Lectern.Sessions;

/// <summary>A lecture's session: the single writer of its state. Its key is the lecture's id.</summary>
/// <remarks>
/// Callers have checked that the lecture is the user's own. Every method that changes something has it in the database when it returns.
/// Methods of a lecture that is not there throw <see cref="LectureException"/>.
/// </remarks>
public interface ILectureSession : IGrainWithGuidKey
{
    /// <summary>Begins the lecture: its row is in the database and its audio file on the disk, empty, when this returns.</summary>
    Task CreateAsync(NewLecture lecture);

    /// <summary>Says how far the lecture is.</summary>
    Task<LectureProgress> GetProgressAsync();

    /// <summary>Sets the length of an upload that was begun without.</summary>
    /// <exception cref="LectureException">It has another length already.</exception>
    Task SetLengthAsync(long bytes);

    /// <summary>Ends a recording whose recorder is gone: what has arrived is all of it. Does nothing where its end is known.</summary>
    Task FinishRecordingAsync();

    /// <summary>Tells that bytes were added to the audio file; transcription goes on with them.</summary>
    /// <param name="bytes">The file's length on the disk. When it is the upload's length, the upload is complete.</param>
    Task ReceivedAsync(long bytes);

    /// <summary>Goes on with whatever is unfinished; does nothing where nothing is.</summary>
    Task WakeAsync();

    /// <summary>Stops the work; what is finished is kept.</summary>
    Task CancelAsync();

    /// <summary>Goes on after a failure or a cancellation, at the first window that is missing.</summary>
    Task RetryAsync();

    /// <summary>Puts the lecture in the recycle bin, and stops the work.</summary>
    Task DeleteAsync();

    /// <summary>Takes it out of the recycle bin.</summary>
    Task RestoreAsync();

    /// <summary>Removes it for good, with its audio; only from the recycle bin.</summary>
    Task PurgeAsync();

    /// <summary>Changes something by hand.</summary>
    /// <exception cref="LectureException">There is no such thing, or the text is empty or too long.</exception>
    Task EditAsync(LectureEdit edit);

    /// <summary>Takes the last edit back that holds; returns what stands there now, null where there is none.</summary>
    Task<LectureEdit?> UndoAsync();

    /// <summary>Makes the last edit again that was taken back, unless another followed; returns it, null where there is none.</summary>
    Task<LectureEdit?> RedoAsync();

    /// <summary>Files the lecture under a course and tags; they replace those before.</summary>
    /// <param name="course">The course; empty for none.</param>
    /// <param name="tags">The tags.</param>
    Task FileAsync(string course, IReadOnlyList<string> tags);

    /// <summary>Makes anew what was made of words that were changed since; leaves all else as it is.</summary>
    Task RefreshNotesAsync();

    /// <summary>Makes the notes anew with the marks as they are; what the user wrote or took out stays.</summary>
    Task RemakeNotesAsync();

    /// <summary>Adds a mark; one that was taken away comes back.</summary>
    /// <returns>Whether it was not there; one that is there stays as it is.</returns>
    /// <exception cref="LectureException">The lecture has too many.</exception>
    Task<bool> AddMarkAsync(NewMark mark);

    /// <summary>Changes what a mark says.</summary>
    /// <returns>False where there is no such mark.</returns>
    Task<bool> ChangeMarkAsync(Guid markId, MarkKind kind, string text);

    /// <summary>Takes a mark away; adding it again brings it back, with its photo, for a day.</summary>
    /// <returns>False where there is no such mark.</returns>
    Task<bool> RemoveMarkAsync(Guid markId);

    /// <summary>Gives a mark a photo in place of the one before.</summary>
    /// <param name="markId">The mark.</param>
    /// <param name="photo">The photo, as <see cref="Data.MarkRow.Photo"/> names it.</param>
    /// <param name="arrival">What <see cref="Data.AudioFolder.ArrivingPhotoOf"/> names the file by, which is whole.</param>
    /// <returns>False where there is no such mark; the file is left where it is then.</returns>
    Task<bool> KeepPhotoAsync(Guid markId, string photo, Guid arrival);

    /// <summary>Removes for good, with their photos, the marks that were taken away until then.</summary>
    Task ForgetMarksAsync(DateTimeOffset until);

    /// <summary>Tells the watcher of changes for the next five minutes; to be called again before they end.</summary>
    Task<LectureProgress> WatchAsync(ILectureWatcher watcher);

    /// <summary>Stops telling the watcher.</summary>
    Task UnwatchAsync(ILectureWatcher watcher);

    /// <summary>For the run alone: saves a batch; false where the run is stale and must stop.</summary>
    Task<bool> SaveBatchAsync(int epoch, TranscribedBatch batch);

    /// <summary>For the run alone: tells how far it is.</summary>
    [OneWay]
    Task ReportAsync(int epoch, RunProgress progress);

    /// <summary>For the run alone: tells what is being said beyond the transcript.</summary>
    [OneWay]
    Task CaptionAsync(int epoch, LectureCaption caption);

    /// <summary>For the run alone: saves the notes, and with them all is done.</summary>
    /// <param name="epoch">The epoch of the run.</param>
    /// <param name="notes">A <see cref="Notes.StoredNotes"/> as JSON.</param>
    Task SaveNotesAsync(int epoch, string notes);

    /// <summary>For the run alone: all is transcribed; the notes are made.</summary>
    Task FinishTranscriptAsync(int epoch, long durationSamples);

    /// <summary>For the run alone: no bytes have come for a while; it ends, and the next bytes start another.</summary>
    Task ParkAsync(int epoch);

    /// <summary>For the run alone: it cannot go on.</summary>
    Task FailAsync(int epoch, string failure);
}
