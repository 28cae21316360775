using Lectern.Data;
using Lectern.Library;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

/// <summary>Adds, changes and takes away marks, with what search finds of them, in the transaction of the caller.</summary>
/// <param name="db">The database, in the transaction of the change.</param>
/// <param name="lectureId">The lecture.</param>
/// <param name="now">The time.</param>
internal sealed class MarkChanges(LecternDb db, Guid lectureId, DateTimeOffset now)
{
    /// <summary>Adds a mark; one that was taken away comes back as it is sent now, with its photo; one that is there stays as it is.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="most">The most marks that a lecture has.</param>
    /// <returns>Whether it was not there.</returns>
    /// <exception cref="LectureException">The lecture has too many.</exception>
    internal async Task<bool> AddAsync(NewMark mark, int most)
    {
        if (await db.Marks.FindAsync(lectureId, mark.Id) is { } known)
        {
            if (known.RemovedAt is null)
                return false;
            known.RemovedAt = null;
            (known.Kind, known.StartSample, known.EndSample, known.MissingMilliseconds, known.Text) = (mark.Kind, mark.StartSample, mark.EndSample, mark.MissingMilliseconds, mark.Text);
            await IndexAsync(known);
            return true;
        }

        // Those that were taken away count until they are forgotten: otherwise adding and taking away would fill the disk.
        if (await db.Marks.CountAsync(row => row.LectureId == lectureId) >= most)
            throw new LectureException($"A lecture has {most} marks at most. Delete some that you do not need; they make room within a day.");
        var last = await db.Marks.Where(row => row.LectureId == lectureId).MaxAsync(row => (int?)row.Number) ?? 0;
        var added = mark.ToRow(lectureId, last + 1, now);
        db.Marks.Add(added);
        await IndexAsync(added);
        return true;
    }

    /// <summary>Changes what a mark says.</summary>
    /// <returns>False where there is none.</returns>
    internal Task<bool> ChangeAsync(Guid markId, Notes.Marks.MarkKind kind, string text) => WithAsync(markId, mark => (mark.Kind, mark.Text) = (kind, text));

    /// <summary>Takes a mark away; for a while it can come back.</summary>
    /// <returns>False where there is none.</returns>
    internal Task<bool> RemoveAsync(Guid markId) => WithAsync(markId, mark => mark.RemovedAt = now);

    /// <summary>Says which photo a mark has.</summary>
    /// <returns>False where there is no such mark.</returns>
    internal Task<bool> SetPhotoAsync(Guid markId, string photo) => WithAsync(markId, mark => mark.Photo = photo);

    /// <summary>Removes for good what was taken away long enough ago.</summary>
    /// <param name="until">The latest time of those that go.</param>
    internal async Task ForgetAsync(DateTimeOffset until) =>
        db.Marks.RemoveRange(await db.Marks.Where(row => row.LectureId == lectureId && row.RemovedAt != null && row.RemovedAt <= until).ToListAsync());

    private async Task<bool> WithAsync(Guid markId, Action<MarkRow> change)
    {
        if (await db.Marks.FindAsync(lectureId, markId) is not { RemovedAt: null } mark)
            return false;
        change(mark);
        await IndexAsync(mark);
        return true;
    }

    private async Task IndexAsync(MarkRow mark)
    {
        var line = await db.SearchLines.FirstOrDefaultAsync(line => line.LectureId == lectureId && line.Kind == SearchLineKind.Mark && line.Item == mark.Number);
        var wanted = SearchLines.OfMark(mark);
        if (line is not null && wanted is not null)
            (line.Text, line.StartSample) = (wanted.Text, wanted.StartSample);
        else if (line is not null)
            db.SearchLines.Remove(line);
        else if (wanted is not null)
            db.SearchLines.Add(wanted);
    }
}
