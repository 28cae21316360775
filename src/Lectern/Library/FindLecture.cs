using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Library;

/// <summary>Finds a lecture of a workspace. Everything that shows or changes a lecture asks here first.</summary>
/// <param name="databases">The database.</param>
public sealed class FindLecture(IDbContextFactory<LecternDb> databases)
{
    /// <summary>Finds a lecture.</summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <returns>The row, not tracked; null where there is none or it is another's, which nobody can tell apart.</returns>
    public async Task<LectureRow?> RunAsync(Guid ownerId, Guid lectureId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Lectures.AsNoTracking().FirstOrDefaultAsync(lecture => lecture.Id == lectureId && lecture.OwnerId == ownerId, cancellation);
    }
}
