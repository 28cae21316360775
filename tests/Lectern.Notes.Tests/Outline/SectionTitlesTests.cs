using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Tests.Outline;

public sealed class SectionTitlesTests
{
    [Fact]
    public void Announced_phrase_comes_first()
    {
        var title = Titles("Let's talk about glaciers. Rain erodes rock. Glaciers erode rock. Rain comes often. Rain falls.", [0])[0];

        Assert.StartsWith("Glacier", title, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_sections_have_the_same_title()
    {
        var titles = Titles("Glaciers grow. Glaciers melt. Glaciers erode valleys. Glaciers shrink. Glaciers carve fjords.", [0, 2, 3]);

        Assert.Equal(titles.Count, titles.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Longer_term_stands_for_its_part()
    {
        var title = Titles("The magnetic field is strong. The magnetic field turns. A field has energy. The magnetic field holds.", [0])[0];

        Assert.Contains("agnetic field", title, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Titles(string text, int[] firstSentences)
    {
        var sentences = text.Split(". ").Select((sentence, i) => new Sentence
        {
            Text = sentence,
            StartSample = i,
            EndSample = i + 1,
            FirstSegment = i,
            LastSegment = i,
        }).ToArray();
        var terms = TermFrequency.Of(sentences, "en");
        return SectionTitles.Of(firstSentences, sentences, PhraseFinder.Find(sentences, terms, "en"), "en");
    }
}
