using Lectern.Library;

namespace Lectern.Tests.Library;

public sealed class ClozeTextTests
{
    [Theory]
    [InlineData("Work makes {{c1::social solidarity::s… s…}} grow.", "Work makes ", "social solidarity", " grow.")]
    [InlineData("{{c1::Anomie}} is normlessness.", "", "Anomie", " is normlessness.")]
    [InlineData("It began in {{c1::1095::year}}", "It began in ", "1095", "")]
    public void Gap_is_shown_filled_and_without_its_hint(string sentence, string before, string answer, string after)
    {
        Assert.Equal((before, answer, after), ClozeText.Split(sentence));
        Assert.Equal(before + answer + after, ClozeText.Filled(sentence));
    }

    [Theory]
    [InlineData("Who wrote it? [D…]")]
    [InlineData("{{c1::half")]
    [InlineData("")]
    public void Sentence_without_a_gap_has_none(string sentence)
    {
        Assert.Null(ClozeText.Split(sentence));
        Assert.Equal(sentence, ClozeText.Filled(sentence));
    }
}
