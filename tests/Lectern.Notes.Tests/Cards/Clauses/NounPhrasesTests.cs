using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Tests.Cards.Clauses;

public sealed class NounPhrasesTests
{
    [Theory]
    [InlineData("The slow rise of the sea comes twice a day.", "The slow rise of the sea")]
    [InlineData("Smallpox and measles killed millions.", "Smallpox and measles")]
    [InlineData("The potato, maize and quinine came to Europe.", "The potato, maize and quinine")]
    [InlineData("Drugs such as cyclosporin prevent it.", "Drugs such as cyclosporin")]
    [InlineData("Most of the colonies were loyal.", "Most of the colonies")]
    [InlineData("They were loyal.", "")]
    public void Phrase_reaches_as_far_as_what_hangs_on_it(string text, string expected)
    {
        var sentence = new TaggedSentence(text, new PartOfSpeechTagger());

        var phrase = NounPhrases.Extended(sentence, 0, isSubject: true);

        Assert.Equal(expected, phrase.IsEmpty ? string.Empty : sentence.Parsed.Slice(phrase.First, phrase.End));
    }
}
