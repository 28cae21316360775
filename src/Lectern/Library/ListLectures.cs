using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Library;

/// <summary>Lists the lectures of a workspace.</summary>
/// <param name="databases">The database.</param>
public sealed class ListLectures(IDbContextFactory<LecternDb> databases)
{
    /// <summary>Lists lectures.</summary>
    /// <param name="ownerId">The workspace.</param>
    /// <param name="filter">Which, and in which order.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <returns>All that the filter lets through, with their tags, by one query.</returns>
    public async Task<IReadOnlyList<LectureSummary>> RunAsync(Guid ownerId, LectureFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var lectures = db.Lectures.Where(row => row.OwnerId == ownerId && row.DeletedAt != null == filter.InBin);
        if (filter.Course is { } course)
            lectures = lectures.Where(row => row.Course == course);
        if (filter.Tag is { } tag)
            lectures = lectures.Where(row => db.Tags.Any(label => label.LectureId == row.Id && label.Name == tag));
        var list = await Select(db, InOrder(lectures, filter)).ToListAsync(cancellation);
        return filter.Order == LectureOrder.Title ? [.. list.OrderBy(lecture => lecture.Title, TitleOrder.Default)] : list;
    }

    private static IQueryable<LectureRow> InOrder(IQueryable<LectureRow> lectures, LectureFilter filter) => filter.Order switch
    {
        LectureOrder.Oldest => lectures.OrderBy(row => filter.InBin ? row.DeletedAt : row.CreatedAt).ThenBy(row => row.Id),
        LectureOrder.Longest => lectures.OrderByDescending(row => row.DurationSamples).ThenByDescending(row => row.CreatedAt).ThenBy(row => row.Id),
        _ => lectures.OrderByDescending(row => filter.InBin ? row.DeletedAt : row.CreatedAt).ThenBy(row => row.Id),
    };

    private static IQueryable<LectureSummary> Select(LecternDb db, IQueryable<LectureRow> lectures) => lectures.Select(row => new LectureSummary
    {
        Id = row.Id,
        Title = row.Title,
        FileName = row.FileName,
        Course = row.Course,
        Tags = db.Tags.Where(tag => tag.LectureId == row.Id).OrderBy(tag => tag.Name).Select(tag => tag.Name).ToList(),
        CreatedAt = row.CreatedAt,
        DeletedAt = row.DeletedAt,
        Stage = row.Stage,
        Failure = row.Failure,
        IsReceived = row.IsReceived,
        UploadLength = row.UploadLength,
        DoneSamples = row.DoneSamples,
        DurationSamples = row.DurationSamples,
        Version = row.Version,
    });
}
