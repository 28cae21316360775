using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

/// <summary>Writes a lecture's tags in place of those before, in the transaction of the caller.</summary>
internal static class SaveTags
{
    internal static async Task RunAsync(LecternDb db, Guid lectureId, IReadOnlyList<string> tags)
    {
        var before = await db.Tags.Where(tag => tag.LectureId == lectureId).ToListAsync();
        db.Tags.RemoveRange(before.Where(tag => !tags.Contains(tag.Name, StringComparer.Ordinal)));
        db.Tags.AddRange(tags.Except(before.Select(tag => tag.Name), StringComparer.Ordinal).Select(tag => new TagRow { LectureId = lectureId, Name = tag }));
    }
}
