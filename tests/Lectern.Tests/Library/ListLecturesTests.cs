using Lectern.Data;
using Lectern.Library;
using Lectern.Tests.Data;

namespace Lectern.Tests.Library;

public sealed class ListLecturesTests
{
    private static readonly Guid Owner = Guid.NewGuid();

    [Theory]
    [InlineData(LectureOrder.Newest, "lecture 2,Lecture 10,Lecture 1")]
    [InlineData(LectureOrder.Oldest, "Lecture 1,Lecture 10,lecture 2")]
    [InlineData(LectureOrder.Title, "Lecture 1,lecture 2,Lecture 10")]
    [InlineData(LectureOrder.Longest, "Lecture 10,lecture 2,Lecture 1")]
    public async Task Lectures_come_in_the_order_asked_for(LectureOrder order, string titles)
    {
        using var database = await TestDatabase.OpenAsync();
        await database.AddAsync(
            Rows.Lecture(Owner, "Lecture 1", at: Rows.Morning),
            Rows.Lecture(Owner, "Lecture 10", row => row.DurationSamples = 20, at: Rows.Morning.AddHours(1)),
            Rows.Lecture(Owner, "lecture 2", row => row.DurationSamples = 10, at: Rows.Morning.AddHours(2)));

        var lectures = await ListAsync(database, new LectureFilter { Order = order });

        Assert.Equal(titles.Split(','), lectures.Select(lecture => lecture.Title));
    }

    [Fact]
    public async Task Only_the_workspaces_own_lectures_outside_the_bin_are_listed()
    {
        using var database = await TestDatabase.OpenAsync();
        await database.AddAsync(
            Rows.Lecture(Owner, "Mine"), Rows.Lecture(Guid.NewGuid(), "Foreign"), Rows.Lecture(Owner, "Deleted", row => row.DeletedAt = Rows.Morning));

        Assert.Equal("Mine", Assert.Single(await ListAsync(database, new LectureFilter())).Title);
        Assert.Equal("Deleted", Assert.Single(await ListAsync(database, new LectureFilter { InBin = true })).Title);
    }

    [Fact]
    public async Task Course_and_tag_narrow_the_list_and_all_tags_are_shown()
    {
        using var database = await TestDatabase.OpenAsync();
        var (heat, sleep) = (Rows.Lecture(Owner, "Heat", row => row.Course = "Physics"), Rows.Lecture(Owner, "Sleep"));
        await database.AddAsync(heat, sleep, Tag(heat, "exam"), Tag(heat, "again"), Tag(sleep, "again"));

        Assert.Equal(["Heat"], (await ListAsync(database, new LectureFilter { Course = "Physics" })).Select(lecture => lecture.Title));
        Assert.Equal(["Sleep"], (await ListAsync(database, new LectureFilter { Course = "" })).Select(lecture => lecture.Title));
        Assert.Equal(2, (await ListAsync(database, new LectureFilter { Tag = "again" })).Count);
        Assert.Equal(["again", "exam"], Assert.Single(await ListAsync(database, new LectureFilter { Tag = "exam" })).Tags);
    }

    [Fact]
    public async Task Courses_and_tags_are_counted_without_those_of_the_bin_and_of_others()
    {
        using var database = await TestDatabase.OpenAsync();
        var (heat, sleep) = (Rows.Lecture(Owner, "Heat", row => row.Course = "Physics"), Rows.Lecture(Owner, "Sleep"));
        var deleted = Rows.Lecture(Owner, "Deleted", row => (row.Course, row.DeletedAt) = ("Physics", Rows.Morning));
        var foreign = Rows.Lecture(Guid.NewGuid(), "Foreign", row => row.Course = "Secret");
        await database.AddAsync(heat, sleep, deleted, foreign, Tag(heat, "exam"), Tag(deleted, "exam"), Tag(foreign, "hidden"));

        Assert.Equal([new("", 1), new("Physics", 1)], await new ListCourses(database).RunAsync(Owner, TestContext.Current.CancellationToken));
        Assert.Equal([new("exam", 1)], await new ListTags(database).RunAsync(Owner, TestContext.Current.CancellationToken));
    }

    private static TagRow Tag(LectureRow lecture, string name) => new() { LectureId = lecture.Id, Name = name };

    private static Task<IReadOnlyList<LectureSummary>> ListAsync(TestDatabase database, LectureFilter filter) =>
        new ListLectures(database).RunAsync(Owner, filter, TestContext.Current.CancellationToken);
}
