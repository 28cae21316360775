using Lectern.Notes.Exports;

namespace Lectern.Notes.Tests.Exports;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("# Not a heading", @"\# Not a heading")]
    [InlineData("1905. A year", @"1905\. A year")]
    [InlineData("- no list", @"\- no list")]
    [InlineData("a_b *c* `d` [e](f) <g> &amp; C# 3.14", @"a\_b \*c\* \`d\` \[e\](f) \<g\> \&amp; C# 3.14")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("", "")]
    public void Markdown_shows_any_text_as_it_is(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));
}
