using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Library;

/// <summary>Reads what was added to a growing transcript.</summary>
/// <param name="databases">The database.</param>
public sealed class ReadSegments(IDbContextFactory<LecternDb> databases)
{
    /// <summary>Reads the segments after one that is known.</summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="after">Index of the last segment that is known; -1 for none.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The segments in order; none where there is no such lecture in the workspace.</returns>
    public async Task<IReadOnlyList<SegmentRow>> RunAsync(Guid ownerId, Guid lectureId, int after, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Segments.AsNoTracking()
            .Where(row => row.LectureId == lectureId && row.Index > after && db.Lectures.Any(lecture => lecture.Id == lectureId && lecture.OwnerId == ownerId))
            .OrderBy(row => row.Index)
            .ToListAsync(cancellation);
    }
}
