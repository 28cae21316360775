using Lectern.Data;
using Lectern.Inference;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Library;

/// <summary>Searches transcripts, notes and cards of a workspace by words.</summary>
/// <param name="databases">The database.</param>
public sealed class SearchLectures(IDbContextFactory<LecternDb> databases)
{
    /// <summary>The most lectures that are shown.</summary>
    public const int MostLectures = 50;

    /// <summary>The most lines of a lecture that are shown.</summary>
    public const int HitsPerLecture = 5;

    /// <summary>Searches. Lectures in the recycle bin are left out.</summary>
    /// <param name="ownerId">The workspace.</param>
    /// <param name="text">What the user typed; whatever it is, it is words and nothing else.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<SearchResult> RunAsync(Guid ownerId, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        var query = SearchQuery.Parse(text);
        if (query.AllWords is null)
            return SearchResult.Empty;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await FindAsync(db, ownerId, query.AllWords, cancellation);
        if (found.Count > 0 || query.AnyWord is null)
            return new SearchResult(found, HasAllWords: true);
        return new SearchResult(await FindAsync(db, ownerId, query.AnyWord, cancellation), HasAllWords: false);
    }

    private static async Task<IReadOnlyList<FoundLecture>> FindAsync(LecternDb db, Guid ownerId, string query, CancellationToken cancellation)
    {
        // A word in a title says more of a lecture than one in a sentence. Snippets are cut for the lines alone that are shown.
        var lines = await db.Database.SqlQuery<FoundLine>($"""
            WITH Owned AS MATERIALIZED (
                SELECT Id FROM Lectures WHERE OwnerId = {ownerId} AND DeletedAt IS NULL),
            Found AS MATERIALIZED (
                SELECT line.Id, line.LectureId, bm25(SearchIndex) * CASE line.Kind WHEN {SearchLineKind.Title} THEN 2 ELSE 1 END AS Score
                FROM SearchIndex JOIN SearchLines AS line ON line.Id = SearchIndex.rowid
                WHERE SearchIndex MATCH {query} AND line.LectureId IN (SELECT Id FROM Owned)),
            Ranked AS (
                SELECT Id, LectureId, Score,
                    row_number() OVER (PARTITION BY LectureId ORDER BY Score, Id) AS Place,
                    count(*) OVER (PARTITION BY LectureId) AS Count
                FROM Found),
            Best AS (
                SELECT LectureId FROM Ranked WHERE Place = 1 ORDER BY Score, LectureId LIMIT {MostLectures}),
            Shown AS MATERIALIZED (
                SELECT Id, LectureId, Score, Count FROM Ranked WHERE Place <= {HitsPerLecture} AND LectureId IN (SELECT LectureId FROM Best))
            SELECT shown.LectureId, shown.Score, shown.Count, line.Kind, line.Item, line.StartSample,
                snippet(SearchIndex, 0, {$"{TextPart.Begin}"}, {$"{TextPart.End}"}, '…', 40) AS Text
            FROM Shown AS shown
            CROSS JOIN SearchIndex ON SearchIndex.rowid = shown.Id
            JOIN SearchLines AS line ON line.Id = shown.Id
            WHERE SearchIndex MATCH {query}
            """).ToListAsync(cancellation);
        var ids = lines.Select(line => line.LectureId).Distinct().ToList();
        var lectures = await db.Lectures.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        return
        [
            .. lines.GroupBy(line => line.LectureId)
                .OrderBy(group => group.Min(line => line.Score))
                .ThenBy(group => group.Key)
                .Where(group => lectures.ContainsKey(group.Key))
                .Select(group => ToFound(lectures[group.Key], group)),
        ];
    }

    private static FoundLecture ToFound(LectureRow lecture, IEnumerable<FoundLine> lines)
    {
        var ordered = lines.OrderBy(line => line.Score).ToList();
        return new FoundLecture(
            lecture.Id,
            lecture.Title,
            lecture.Course,
            lecture.CreatedAt,
            ordered[0].Count,
            [.. ordered.Select(line => new SearchHit(line.Kind, line.Item, SampleClock.ToTime(line.StartSample), TextPart.Divide(line.Text)))]);
    }

    private sealed record FoundLine(Guid LectureId, double Score, int Count, SearchLineKind Kind, int Item, long StartSample, string Text);
}
