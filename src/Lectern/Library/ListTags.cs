using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Library;

/// <summary>Lists the tags on a workspace's lectures.</summary>
/// <param name="databases">The database.</param>
public sealed class ListTags(IDbContextFactory<LecternDb> databases)
{
    /// <summary>Lists tags in alphabetical order.</summary>
    /// <param name="ownerId">The workspace.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<LabelCount>> RunAsync(Guid ownerId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var tags = await db.Tags
            .Where(tag => db.Lectures.Any(row => row.Id == tag.LectureId && row.OwnerId == ownerId && row.DeletedAt == null))
            .GroupBy(tag => tag.Name)
            .Select(tag => new LabelCount(tag.Key, tag.Count()))
            .ToListAsync(cancellation);
        return [.. tags.OrderBy(tag => tag.Name, TitleOrder.Default)];
    }
}
