using System.Text.Json;
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

    /// <summary>
    /// The most lines that are weighed. A word that stands in more of them says little, and weighing each costs 4 µs: of such a word the
    /// newest lines are taken.
    /// </summary>
    public const int MostLines = 5_000;

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
        await using var moment = await db.BeginReadAsync(cancellation);
        var found = await FindAsync(db, ownerId, query.AllWords, cancellation);
        return found.Lectures.Count > 0 || query.AnyWord is null
            ? found
            : await FindAsync(db, ownerId, query.AnyWord, cancellation) with { HasAllWords = false };
    }

    private static async Task<SearchResult> FindAsync(LecternDb db, Guid ownerId, string query, CancellationToken cancellation)
    {
        var lines = await WeighAsync(db, ownerId, query, cancellation);
        var best = lines.GroupBy(line => line.LectureId)
            .Select(group => (LectureId: group.Key, Count: group.Count(), Lines: group.OrderBy(line => line.Score).ThenBy(line => line.Id).Take(HitsPerLecture).ToList()))
            .OrderBy(lecture => lecture.Lines[0].Score)
            .ThenBy(lecture => lecture.LectureId)
            .Take(MostLectures)
            .ToList();
        var hits = await CutAsync(db, query, best.SelectMany(lecture => lecture.Lines).Select(line => line.Id), cancellation);
        var ids = best.ConvertAll(lecture => lecture.LectureId);
        var rows = await db.Lectures.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        return new SearchResult(
            [.. best.Select(lecture => ToFound(rows[lecture.LectureId], lecture.Count, lecture.Lines.Select(line => hits[line.Id])))],
            HasAllWords: true,
            IsComplete: lines.Count < MostLines);
    }

    /// <summary>Finds the lines and says how well they fit: the less, the better. A word in a title says more of a lecture than one in a sentence.</summary>
    private static Task<List<WeighedLine>> WeighAsync(LecternDb db, Guid ownerId, string query, CancellationToken cancellation) => db.Database.SqlQuery<WeighedLine>($"""
        SELECT line.Id, line.LectureId, bm25(SearchIndex) * CASE line.Kind WHEN {SearchLineKind.Title} THEN 2 ELSE 1 END AS Score
        FROM SearchIndex CROSS JOIN SearchLines AS line ON line.Id = SearchIndex.rowid
        WHERE SearchIndex MATCH {query} AND line.LectureId IN (SELECT Id FROM Lectures WHERE OwnerId = {ownerId} AND DeletedAt IS NULL)
        ORDER BY SearchIndex.rowid DESC
        LIMIT {MostLines}
        """).ToListAsync(cancellation);

    /// <summary>Cuts the lines that are shown round their matches.</summary>
    private static async Task<Dictionary<long, SearchHit>> CutAsync(LecternDb db, string query, IEnumerable<long> lines, CancellationToken cancellation)
    {
        // The plus sign lets the database walk through all matches once; asked for one row at a time, it would match anew for each.
        var ids = JsonSerializer.Serialize(lines);
        var cut = await db.Database.SqlQuery<CutLine>($"""
            SELECT line.Id, line.Kind, line.Item, line.StartSample, snippet(SearchIndex, 0, {$"{TextPart.Begin}"}, {$"{TextPart.End}"}, '…', 40) AS Text
            FROM SearchIndex CROSS JOIN SearchLines AS line ON line.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {query} AND +SearchIndex.rowid IN (SELECT value FROM json_each({ids}))
            """).ToListAsync(cancellation);
        return cut.ToDictionary(line => line.Id, line => new SearchHit(line.Kind, line.Item, SampleClock.ToTime(line.StartSample), TextPart.Divide(line.Text)));
    }

    private static FoundLecture ToFound(LectureRow lecture, int count, IEnumerable<SearchHit> hits) =>
        new(lecture.Id, lecture.Title, lecture.Course, lecture.CreatedAt, count, [.. hits]);

    private sealed record WeighedLine(long Id, Guid LectureId, double Score);

    private sealed record CutLine(long Id, SearchLineKind Kind, int Item, long StartSample, string Text);
}
