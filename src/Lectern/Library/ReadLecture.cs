using Lectern.Data;
using Lectern.Marks;
using Lectern.Notes;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Library;

/// <summary>Reads a lecture with all that belongs to it.</summary>
/// <param name="databases">The database.</param>
public sealed class ReadLecture(IDbContextFactory<LecternDb> databases)
{
    private const int MostEdits = 200;

    /// <summary>Reads a lecture; one in the recycle bin too.</summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The lecture; null where there is none or it is another's, which nobody can tell apart.</returns>
    public async Task<LectureView?> RunAsync(Guid ownerId, Guid lectureId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        // Deferred: it reads one moment of the database without keeping the sessions from writing the next.
        await using var moment = await db.BeginReadAsync(cancellation);
        if (await db.Lectures.FirstOrDefaultAsync(row => row.Id == lectureId && row.OwnerId == ownerId, cancellation) is not { } lecture)
            return null;
        var notes = await db.Notes.FirstOrDefaultAsync(row => row.LectureId == lectureId, cancellation);
        return new LectureView
        {
            Row = lecture,
            Segments = await db.Segments.Where(row => row.LectureId == lectureId).OrderBy(row => row.Index).ToListAsync(cancellation),
            Notes = notes is null ? null : NotesJson.Read(notes.Json),
            Marks = await ListMarks.InOrderAsync(db, lectureId, cancellation),
            Tags = await db.Tags.Where(row => row.LectureId == lectureId).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(cancellation),
            Edits = await db.Edits.Where(row => row.LectureId == lectureId).OrderByDescending(row => row.Id).Take(MostEdits).ToListAsync(cancellation),
        };
    }
}
