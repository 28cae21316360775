using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Marks;

/// <summary>Finds a mark of a lecture.</summary>
/// <param name="databases">The database.</param>
public sealed class FindMark(IDbContextFactory<LecternDb> databases)
{
    /// <summary>Finds it.</summary>
    /// <param name="lectureId">The lecture, which is the user's own.</param>
    /// <param name="markId">The mark.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <returns>The row, not tracked; null where there is none, or it was taken away.</returns>
    public async Task<MarkRow?> RunAsync(Guid lectureId, Guid markId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Marks.AsNoTracking().FirstOrDefaultAsync(mark => mark.LectureId == lectureId && mark.Id == markId && mark.RemovedAt == null, cancellation);
    }
}
