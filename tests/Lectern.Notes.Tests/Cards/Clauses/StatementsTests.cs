using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Tests.Cards.Clauses;

public sealed class StatementsTests
{
    [Theory]
    [InlineData("It was Virgil who wrote the Aeneid.", "Virgil wrote the Aeneid.")]
    [InlineData("It is slavery that corrupts the morals of the South.", "Slavery corrupts the morals of the South.")]
    [InlineData("Labor confers value and is the source of all values.", "Labor is the source of all values.")]
    [InlineData("Wegener, an astronomer from Berlin, proposed continental drift.", "Wegener was an astronomer from Berlin.")]
    [InlineData("Looking at a city like Oakland, the Panthers saw the need for programs.", "The Panthers saw the need for programs.")]
    public void Clause_is_cut_out_of_what_is_said(string sentence, string statement)
    {
        var tagger = new PartOfSpeechTagger();

        var found = Statements.Of(new TaggedSentence(sentence, tagger), tagger);

        Assert.Contains(statement, found.Select(clause => clause.Text));
    }

    [Theory]
    [InlineData("A reservoir of water imagine some vapor in the room.")]
    [InlineData("The outer wall the outer wall was faced with travertine.")]
    [InlineData("Durkheim sees a relation between the environment.")]
    [InlineData("The field of x is y times z.")]
    public void What_was_never_a_whole_clause_is_none(string sentence)
    {
        var tagger = new PartOfSpeechTagger();

        Assert.Empty(Statements.Of(new TaggedSentence(sentence, tagger), tagger));
    }
}
