using Lectern.Data;
using Lectern.Sessions;

namespace Lectern.Tests.Sessions;

public sealed class EditRulesTests
{
    [Theory]
    [InlineData("  two\n\tlines ", "two lines")]
    [InlineData("nul\0l", "nul l")]
    [InlineData("turned \u202Ednuora", "turned dnuora")]
    [InlineData("<b>stays as it is</b>", "<b>stays as it is</b>")]
    public void Text_becomes_one_line_without_control_characters(string typed, string kept)
    {
        Assert.Equal(kept, EditRules.Clean(new LectureEdit(EditTarget.Title, 0, typed)).Text);
    }

    [Fact]
    public void Empty_and_endless_texts_are_refused()
    {
        Assert.Throws<LectureException>(() => EditRules.Clean(new LectureEdit(EditTarget.Segment, 0, " \n")));
        Assert.Throws<LectureException>(() => EditRules.Clean(new LectureEdit(EditTarget.Title, 0, new string('a', EditRules.LongestTitle + 1))));
        Assert.Throws<LectureException>(() => EditRules.CleanTags([new string('a', EditRules.LongestTag + 1)]));
        Assert.Throws<LectureException>(() => EditRules.CleanTags([.. Enumerable.Range(0, EditRules.MostTags + 1).Select(i => $"tag {i}")]));
    }

    [Fact]
    public void Tags_are_there_once_and_not_empty()
    {
        Assert.Equal(["exam", "week 3"], EditRules.CleanTags(["exam", " exam ", "", "week  3"]));
    }
}
