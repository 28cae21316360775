using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Marks;

/// <summary>Lists the marks of a lecture.</summary>
/// <param name="databases">The database.</param>
public sealed class ListMarks(IDbContextFactory<LecternDb> databases)
{
    /// <summary>Lists them in the order of the lecture.</summary>
    /// <param name="lectureId">The lecture, which is the user's own.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<MarkRow>> RunAsync(Guid lectureId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await InOrderAsync(db, lectureId, cancellation);
    }

    /// <summary>Reads them in the order of the lecture; those of one moment in that in which they were made.</summary>
    internal static async Task<IReadOnlyList<MarkRow>> InOrderAsync(LecternDb db, Guid lectureId, CancellationToken cancellation) =>
        await db.Marks.AsNoTracking()
            .Where(mark => mark.LectureId == lectureId && mark.RemovedAt == null)
            .OrderBy(mark => mark.StartSample)
            .ThenBy(mark => mark.Number)
            .ToListAsync(cancellation);
}
