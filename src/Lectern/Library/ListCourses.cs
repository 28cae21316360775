using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Library;

/// <summary>Lists the courses that a workspace's lectures belong to.</summary>
/// <param name="databases">The database.</param>
public sealed class ListCourses(IDbContextFactory<LecternDb> databases)
{
    /// <summary>Lists courses in alphabetical order; the lectures without one come first, under an empty name.</summary>
    /// <param name="ownerId">The workspace.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<LabelCount>> RunAsync(Guid ownerId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var courses = await db.Lectures
            .Where(row => row.OwnerId == ownerId && row.DeletedAt == null)
            .GroupBy(row => row.Course)
            .Select(course => new LabelCount(course.Key, course.Count()))
            .ToListAsync(cancellation);
        return [.. courses.OrderBy(course => course.Name, TitleOrder.Default)];
    }
}
