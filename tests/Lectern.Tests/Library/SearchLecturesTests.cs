using Lectern.Data;
using Lectern.Library;
using Lectern.Tests.Data;

namespace Lectern.Tests.Library;

public sealed class SearchLecturesTests
{
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    [Fact]
    public async Task Hits_say_where_they_are_heard_and_what_matched()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Owner, "Sleep");
        await database.AddAsync(lecture, Rows.Line(lecture.Id, 0, "Good morning."), Rows.Line(lecture.Id, 3, "The hippocampus replays the day."));

        var result = await SearchAsync(database, "hippocampus");

        var found = Assert.Single(result.Lectures);
        Assert.Equal((lecture.Id, "Sleep", 1), (found.LectureId, found.Title, found.Count));
        var hit = Assert.Single(found.Hits);
        Assert.Equal((SearchLineKind.Segment, 3, TimeSpan.FromSeconds(15)), (hit.Kind, hit.Item, hit.Start));
        Assert.Equal([new("The ", false), new("hippocampus", true), new(" replays the day.", false)], hit.Parts);
    }

    [Fact]
    public async Task Nothing_of_another_workspace_or_of_the_recycle_bin_is_found()
    {
        using var database = await TestDatabase.OpenAsync();
        var foreign = Rows.Lecture(Other, "Foreign");
        var deleted = Rows.Lecture(Owner, "Deleted", row => row.DeletedAt = Rows.Morning);
        await database.AddAsync(foreign, deleted, Rows.Line(foreign.Id, 0, "entropy"), Rows.Line(deleted.Id, 0, "entropy"));

        Assert.Empty((await SearchAsync(database, "entropy")).Lectures);
    }

    [Fact]
    public async Task Markup_in_a_line_comes_back_as_text()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Owner, "Sleep");
        await database.AddAsync(lecture, Rows.Line(lecture.Id, 0, "<b>bold</b> & entropy"));

        var hit = Assert.Single(Assert.Single((await SearchAsync(database, "entropy")).Lectures).Hits);

        Assert.Equal([new("<b>bold</b> & ", false), new("entropy", true)], hit.Parts);
    }

    [Fact]
    public async Task Lines_of_a_lecture_are_together_and_only_the_best_are_shown()
    {
        using var database = await TestDatabase.OpenAsync();
        var (many, one) = (Rows.Lecture(Owner, "Many"), Rows.Lecture(Owner, "One"));
        await database.AddAsync(many, one, Rows.Line(one.Id, 0, "Heat and entropy and much else that fills the line up to its end."));
        await database.AddAsync([.. Enumerable.Range(0, 9).Select(i => Rows.Line(many.Id, i, "entropy"))]);

        var result = await SearchAsync(database, "entropy");

        Assert.Equal([many.Id, one.Id], result.Lectures.Select(lecture => lecture.LectureId));
        Assert.Equal(9, result.Lectures[0].Count);
        Assert.Equal(SearchLectures.HitsPerLecture, result.Lectures[0].Hits.Count);
    }

    [Fact]
    public async Task Title_comes_before_a_sentence()
    {
        using var database = await TestDatabase.OpenAsync();
        var (sentence, title) = (Rows.Lecture(Owner, "Physics 2"), Rows.Lecture(Owner, "Entropy"));
        await database.AddAsync(sentence, title, Rows.Line(sentence.Id, 0, "Entropy"), Rows.Line(title.Id, 0, "Entropy", SearchLineKind.Title));
        await database.AddAsync([.. Enumerable.Range(1, 20).Select(i => Rows.Line(sentence.Id, i, "something else"))]);

        Assert.Equal([title.Id, sentence.Id], (await SearchAsync(database, "entropy")).Lectures.Select(lecture => lecture.LectureId));
    }

    [Fact]
    public async Task Lines_with_some_words_are_shown_where_none_has_all()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Owner, "Sleep");
        await database.AddAsync(lecture, Rows.Line(lecture.Id, 0, "The hippocampus."), Rows.Line(lecture.Id, 1, "The amygdala."));

        var both = await SearchAsync(database, "hippocampus amygdala");
        var one = await SearchAsync(database, "the amygdala");

        Assert.False(both.HasAllWords);
        Assert.Equal(2, Assert.Single(both.Lectures).Count);
        Assert.True(one.HasAllWords);
        Assert.Equal(1, Assert.Single(one.Lectures).Count);
    }

    [Theory]
    [InlineData("hipp")]
    [InlineData("HIPPOCAMPUS")]
    [InlineData("replaying")]
    [InlineData("\"replays the day\"")]
    public async Task Beginnings_forms_and_phrases_are_found(string typed)
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Owner, "Sleep");
        await database.AddAsync(lecture, Rows.Line(lecture.Id, 0, "The hippocampus replays the day."));

        Assert.Single((await SearchAsync(database, typed)).Lectures);
    }

    private static Task<SearchResult> SearchAsync(TestDatabase database, string typed) =>
        new SearchLectures(database).RunAsync(Owner, typed, TestContext.Current.CancellationToken);
}
