using Lectern.Notes.Summary;

namespace Lectern.Notes.Tests.Summary;

public sealed class ProseTests
{
    [Theory]
    [InlineData("So, um, the sun is a star.", "The sun is a star.")]
    [InlineData("okay so now light is a wave", "Light is a wave.")]
    [InlineData("In fact, the er moon is near,", "The moon is near.")]
    [InlineData("You know, plants grow.", "Plants grow.")]
    [InlineData("\"Plants grow.", "Plants grow.")]
    [InlineData("So.", "So.")]
    [InlineData("No 7 is a prime.", "No 7 is a prime.")]
    [InlineData("No man is an island.", "No man is an island.")]
    [InlineData("No, the sun is a star.", "The sun is a star.")]
    [InlineData("Right angles are equal.", "Right angles are equal.")]
    [InlineData("Right the sun is a star.", "The sun is a star.")]
    public void Fillers_go_and_the_rest_stays(string spoken, string written) => Assert.Equal(written, Prose.Tidy(spoken, "en"));

    [Theory]
    [InlineData("Also die Sonne ist ein Stern", "de", "Also die Sonne ist ein Stern.")]
    [InlineData("太阳是恒星", "zh", "太阳是恒星")]
    [InlineData("الشمس نجم", "ar", "الشمس نجم")]
    [InlineData("😀", "en", "😀")]
    public void Other_languages_lose_no_word(string spoken, string language, string written) => Assert.Equal(written, Prose.Tidy(spoken, language));

    [Theory]
    [InlineData("This is why.", true)]
    [InlineData("He said so.", true)]
    [InlineData("It's a star.", true)]
    [InlineData("This lecture is about stars.", false)]
    [InlineData("Stars shine.", false)]
    public void Sentence_that_leans_on_another_is_known(string sentence, bool expected) => Assert.Equal(expected, Prose.IsDangling(sentence, "en"));

    [Theory]
    [InlineData("Plants produce the oxygen.", true)]
    [InlineData("The sea covered the land.", true)]
    [InlineData("Light is a wave.", true)]
    [InlineData("The competitive elements of the market.", false)]
    public void Fragment_has_no_verb(string sentence, bool expected) => Assert.Equal(expected, Prose.HasVerb(sentence, "en"));
}
