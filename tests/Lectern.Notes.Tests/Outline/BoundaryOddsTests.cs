using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Outline;

public sealed class BoundaryOddsTests
{
    [Fact]
    public void Every_feature_has_a_weight()
    {
        var zero = new double[BoundaryFeatures.Names.Count];

        var odds = Enumerable.Range(0, zero.Length).Select(feature =>
        {
            var row = zero.ToArray();
            row[feature] = 1;
            return BoundaryOdds.Of([row])[0];
        });

        Assert.All(odds, weight => Assert.NotEqual(0, weight));
    }

    [Theory]
    [InlineData("Now let's turn to the second question, the tides of the sea.")]
    [InlineData("Okay, next I want to talk about the tides of the sea.")]
    public void Sentence_that_announces_a_part_has_higher_odds_than_one_that_goes_on(string announcement)
    {
        Assert.True(OddsOfSecond(announcement, "en") > OddsOfSecond("And he had seen the tides of the sea.", "en") + 2);
    }

    [Fact]
    public void Only_English_openings_are_looked_at()
    {
        var rows = BoundaryFeatures.Of(Sentences("Now let's turn to the tides."), TermFrequency.Of(Sentences("Now let's turn to the tides."), "de"), "de");

        Assert.All(rows[1].Take(BoundaryFeatures.Names.Count - 5), value => Assert.Equal(0, value));
    }

    private static double OddsOfSecond(string text, string language)
    {
        var sentences = Sentences(text);
        return BoundaryOdds.Of(BoundaryFeatures.Of(sentences, TermFrequency.Of(sentences, language), language))[1];
    }

    private static Sentence[] Sentences(string second) =>
    [
        .. new[] { "Light is a wave in a field.", second, "The moon pulls the water of the sea." }.Select((text, i) => new Sentence
        {
            Text = text,
            StartSample = i * 100,
            EndSample = (i + 1) * 100,
            FirstSegment = i,
            LastSegment = i,
        }),
    ];
}
