using Lectern.Notes.Words;

namespace Lectern.Notes.Tests.Words;

public sealed class PartOfSpeechTaggerTests
{
    [Theory]
    [InlineData("The rate depends on temperature.", "Determiner Noun ThirdPerson Preposition Noun")]
    [InlineData("Penicillin was discovered in 1928.", "Noun Be Participle Preposition Number")]
    [InlineData("They want to run the run again.", "Pronoun Verb To Verb Determiner Noun Adverb")]
    [InlineData("Alfred Wegener proposed continental drift", "Name Name Past Adjective Noun")]
    [InlineData("the friction will become more stable", "Determiner Noun Modal Verb Determiner Adjective")]
    [InlineData("Newton's laws describe moving bodies.", "Possessive Plural Verb Adjective Plural")]
    [InlineData("Natural selection acts on variation that is there.", "Adjective Noun ThirdPerson Preposition Noun Subordinator Be Pronoun")]
    public void Words_are_told_apart_by_their_neighbours(string sentence, string expected)
    {
        var parts = new PartOfSpeechTagger().Tag(sentence);

        Assert.Equal(expected, string.Join(' ', parts));
    }

    [Theory]
    [InlineData("plants make sugar", "Plural Verb Noun")]
    [InlineData("Plants make sugar.", "Plural Verb Noun")]
    public void Capitals_and_punctuation_are_not_needed(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(' ', new PartOfSpeechTagger().Tag(sentence)));

    [Fact]
    public void Empty_sentence_has_no_parts() => Assert.Empty(new PartOfSpeechTagger().Tag("…"));
}
