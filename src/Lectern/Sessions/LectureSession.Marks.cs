using Lectern.Marks;
using Lectern.Notes.Marks;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

// Marks: what the user sets down at a moment, and what is missing.
internal sealed partial class LectureSession
{
    public async Task<bool> AddMarkAsync(NewMark mark)
    {
        var isNew = false;
        await WriteAsync(async (db, _) => isNew = await new MarkChanges(db, Id, Now).AddAsync(mark, _resources.Options.MaxMarks));
        return isNew;
    }

    public async Task<bool> ChangeMarkAsync(Guid markId, MarkKind kind, string text)
    {
        var isThere = false;
        await WriteAsync(async (db, _) => isThere = await new MarkChanges(db, Id, Now).ChangeAsync(markId, kind, text));
        return isThere;
    }

    public async Task<bool> RemoveMarkAsync(Guid markId)
    {
        var isThere = false;
        await WriteAsync(async (db, _) => isThere = await new MarkChanges(db, Id, Now).RemoveAsync(markId));
        return isThere;
    }

    public async Task<bool> KeepPhotoAsync(Guid markId, string photo, Guid arrival)
    {
        var isThere = false;
        await WriteAsync(async (db, _) =>
        {
            isThere = await new MarkChanges(db, Id, Now).SetPhotoAsync(markId, photo);
            if (isThere)
                _resources.Audio.KeepPhoto(Id, markId, photo, arrival);
        });
        await SweepPhotosAsync(markId);
        return isThere;
    }

    public async Task ForgetMarksAsync(DateTimeOffset until)
    {
        await WriteAsync((db, _) => new MarkChanges(db, Id, Now).ForgetAsync(until));
        await SweepPhotosAsync();
        _resources.Audio.RemoveLostPhotos(Id, until);
    }

    private async Task<IReadOnlyList<Mark>> MarksAsync() => ToMarks.Run(await _store.ReadAsync(db => ListMarks.InOrderAsync(db, Id, CancellationToken.None)));

    /// <summary>Removes the files of photos that no mark has: of one mark, or of all.</summary>
    /// <remarks>Looks at the files after the database was written: one that is lost on the way there is swept the next time.</remarks>
    private async Task SweepPhotosAsync(Guid? markId = null)
    {
        var kept = await _store.ReadAsync(db => db.Marks
            .Where(row => row.LectureId == Id && row.Photo != null && (markId == null || row.Id == markId))
            .Select(row => new { row.Id, row.Photo })
            .ToListAsync());
        _resources.Audio.RemovePhotos(Id, markId, [.. kept.Select(row => _resources.Audio.PhotoOf(Id, row.Id, row.Photo!))]);
    }
}
