using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Data;

public sealed class SearchIndexTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Index_follows_lines_that_are_added_changed_and_removed()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Guid.NewGuid(), "Sleep");
        await database.AddAsync(lecture, Rows.Line(lecture.Id, 0, "The hippocampus replays the day."));
        Assert.Equal(1, await MatchesAsync(database, "hippocampus"));

        await using (var db = database.CreateDbContext())
            await db.SearchLines.ExecuteUpdateAsync(line => line.SetProperty(row => row.Text, "The amygdala replays the day."), Cancellation);
        Assert.Equal(0, await MatchesAsync(database, "hippocampus"));
        Assert.Equal(1, await MatchesAsync(database, "amygdala"));

        await using (var db = database.CreateDbContext())
            await db.SearchLines.ExecuteDeleteAsync(Cancellation);
        Assert.Equal(0, await MatchesAsync(database, "amygdala"));
        await AssertSoundAsync(database);
    }

    [Fact]
    public async Task Removing_a_lecture_takes_its_rows_and_its_lines_out_of_the_index()
    {
        using var database = await TestDatabase.OpenAsync();
        var (kept, removed) = (Rows.Lecture(Guid.NewGuid(), "Kept"), Rows.Lecture(Guid.NewGuid(), "Removed"));
        await database.AddAsync(kept, removed, Rows.Line(kept.Id, 0, "entropy"), Rows.Line(removed.Id, 0, "entropy"), Rows.Segment(removed.Id, 0, "entropy"));

        await using var db = database.CreateDbContext();
        await db.Lectures.Where(lecture => lecture.Id == removed.Id).ExecuteDeleteAsync(Cancellation);

        Assert.Equal(1, await MatchesAsync(database, "entropy"));
        Assert.Empty(await db.Segments.ToListAsync(Cancellation));
        await AssertSoundAsync(database);
    }

    [Fact]
    public async Task Index_forgets_what_was_rolled_back()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Guid.NewGuid(), "Sleep");
        await database.AddAsync(lecture);

        await using (var db = database.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            db.Add(Rows.Line(lecture.Id, 0, "entropy"));
            await db.SaveChangesAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        Assert.Equal(0, await MatchesAsync(database, "entropy"));
        await AssertSoundAsync(database);
    }

    [Fact]
    public async Task Words_are_found_in_other_forms_and_without_accents()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Guid.NewGuid(), "Sleep");
        await database.AddAsync(lecture, Rows.Line(lecture.Id, 0, "Poincaré was consolidating memories."));

        Assert.Equal(1, await MatchesAsync(database, "poincare"));
        Assert.Equal(1, await MatchesAsync(database, "memory consolidated"));
    }

    private static async Task<int> MatchesAsync(TestDatabase database, string query)
    {
        await using var db = database.CreateDbContext();
        return await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM SearchIndex WHERE SearchIndex MATCH {query}").SingleAsync(Cancellation);
    }

    /// <summary>FTS5 itself compares index and rows; it throws where they differ.</summary>
    private static Task AssertSoundAsync(TestDatabase database) =>
        database.ExecuteAsync("INSERT INTO SearchIndex(SearchIndex, rank) VALUES ('integrity-check', 1)");
}
