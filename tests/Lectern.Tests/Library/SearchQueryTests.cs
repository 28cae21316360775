using CsCheck;
using Lectern.Library;
using Lectern.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Library;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("gradient descent ", "\"gradient\" AND \"descent\"")]
    [InlineData("gradient desc", "\"gradient\" AND \"desc\" *")]
    [InlineData("a", "\"a\"")]
    [InlineData("don't panic ", "\"don't\" AND \"panic\"")]
    [InlineData("\"gradient descent\" steps ", "\"gradient descent\" AND \"steps\"")]
    [InlineData("say \"unclosed ", "\"say\" AND \"unclosed\"")]
    [InlineData("NOT Text:x* OR (^y) NEAR(a b) ", "\"NOT\" AND \"Text:x*\" AND \"OR\" AND \"(^y)\" AND \"NEAR(a\" AND \"b)\"")]
    [InlineData("tab\there\u0000there ", "\"tab\" AND \"here\" AND \"there\"")]
    public void Words_are_quoted_and_the_last_may_be_a_beginning(string typed, string query)
    {
        Assert.Equal(query, SearchQuery.Parse(typed).AllWords);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t\n")]
    [InlineData("\"\"\"")]
    [InlineData("-- * () : ^ \"")]
    public void Text_without_words_is_no_query(string typed)
    {
        Assert.Null(SearchQuery.Parse(typed).AllWords);
        Assert.Null(SearchQuery.Parse(typed).AnyWord);
    }

    [Fact]
    public void Any_word_is_asked_for_only_where_there_are_several()
    {
        Assert.Null(SearchQuery.Parse("entropy").AnyWord);
        Assert.Equal("\"entropy\" OR \"heat\"", SearchQuery.Parse("entropy heat ").AnyWord);
    }

    [Fact]
    public void A_novel_is_cut_to_some_words()
    {
        var query = SearchQuery.Parse(string.Join(' ', Enumerable.Repeat(new string('x', 5_000), 5_000))).AllWords!;

        Assert.InRange(query.Length, 1, 1_200);
    }

    [Fact]
    public async Task Database_understands_whatever_is_typed()
    {
        using var database = await TestDatabase.OpenAsync();
        await using var db = database.CreateDbContext();
        var typed = Gen.OneOf(
            Gen.String,
            Gen.Select(Gen.OneOf("\"", "*", "^", "NEAR", "(", ")", "AND", "OR", "NOT", "Text", ":", "-", "+", "{", "}", "'", ";", "x", "𞤢", "é", "\0").Array[0, 12], pieces => string.Join(' ', pieces)),
            Gen.Select(Gen.OneOf('"', '*', '^', '(', ')', ':', 'a', ' ', '\uD800', '\u0002').Array[0, 20], letters => new string(letters)));

        await typed.SampleAsync(async text =>
        {
            var query = SearchQuery.Parse(text);
            foreach (var sql in new[] { query.AllWords, query.AnyWord }.OfType<string>())
                await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM SearchIndex WHERE SearchIndex MATCH {sql}").SingleAsync(TestContext.Current.CancellationToken);
        }, iter: 1_000, threads: 1);
    }
}
