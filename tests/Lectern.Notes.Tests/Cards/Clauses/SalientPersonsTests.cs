using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Tests.Cards.Clauses;

public sealed class SalientPersonsTests
{
    private static readonly string[] Lecture =
    [
        "Galileo wrote to his daughter.", "Galileo said that he had seen moons.", "Galileo published his book.", "Hypatia taught her students.", "Hypatia wrote her letters herself.", "Hypatia died in her city.",
    ];

    private static readonly PartOfSpeechTagger Tagger = new(new HashSet<string>(["galileo", "hypatia"]), new HashSet<string>(["galileo", "hypatia"]));

    [Fact]
    public void Pronoun_is_of_the_person_who_stands_out() => Assert.Equal("Galileo", After("Galileo wrote a book.", "It was printed in Florence.").For("he"));

    [Fact]
    public void Pronoun_is_of_no_person_of_the_other_gender() => Assert.Null(After("Hypatia wrote a letter.").For("he"));

    [Fact]
    public void Person_who_was_named_long_ago_is_forgotten() => Assert.Null(After(["Galileo wrote a book.", .. Enumerable.Repeat("Books were rare.", 8)]).For("he"));

    private static SalientPersons After(params string[] sentences)
    {
        var persons = new SalientPersons(new Genders([.. Lecture.Select(text => new TaggedSentence(text, Tagger))]));
        foreach (var sentence in sentences)
            persons.Hear(new TaggedSentence(sentence, Tagger));
        return persons;
    }
}
