using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Sentences;

public sealed class TokensTests
{
    [Theory]
    [InlineData("Don't say 3.14, or 1,000!", "Don't|say|3.14|or|1,000")]
    [InlineData("a well-known--and 'quoted' word", "a|well-known|and|quoted|word")]
    [InlineData("naïve e\u0301tude 😀 x", "naïve|e\u0301tude|x")]
    [InlineData("世界 big", "世|界|big")]
    [InlineData("مرحبا بالعالم", "مرحبا|بالعالم")]
    [InlineData("...", "")]
    public void Words_are_runs_of_letters_and_digits(string text, string expected)
    {
        var words = Tokens.Of(text);

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), words.Select(word => word.Text));
        Assert.All(words, word => Assert.Equal(word.Text, text[word.Start..word.End]));
    }

    [Theory]
    [InlineData("one two three", 3)]
    [InlineData("世界很大 ok", 3)]
    [InlineData("?!", 0)]
    public void Two_characters_of_an_unspaced_script_count_as_a_word(string text, int expected) => Assert.Equal(expected, Tokens.Count(text));
}
