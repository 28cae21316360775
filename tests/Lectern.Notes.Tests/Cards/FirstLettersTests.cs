using Lectern.Notes.Cards;

namespace Lectern.Notes.Tests.Cards;

public sealed class FirstLettersTests
{
    [Theory]
    [InlineData(CardKind.Cloze, "The division of labor produces {{c1::social solidarity}}.", "social solidarity", "The division of labor produces {{c1::social solidarity::s… s…}}.")]
    [InlineData(CardKind.Basic, "Who was enthralled by positive science?", "Hobbes", "Who was enthralled by positive science? [H…]")]
    [InlineData(CardKind.Basic, "In 1720, what did the fleet bring to Marseilles?", "the plague", "In 1720, what did the fleet bring to Marseilles? [p…]")]
    [InlineData(CardKind.Basic, "What received the school?", "the Daughters of the American Revolution", "What received the school? [D… of the A… R…]")]
    [InlineData(CardKind.Basic, "Who wrote The Waste Land?", "T. S. Eliot", "Who wrote The Waste Land? [… … E…]")]
    [InlineData(CardKind.Cloze, "{{c1::Élan vital}} is Bergson's term.", "Élan vital", "{{c1::Élan vital::É… v…}} is Bergson's term.")]
    public void First_letters_stand_beside_the_gap_or_the_question(CardKind kind, string question, string answer, string hinted) =>
        Assert.Equal(hinted, FirstLetters.Add(Card(kind, question, answer)).Question);

    [Theory]
    [InlineData(CardKind.Cloze, "The Crusades began in {{c1::1095::year}}.", "1095")]
    [InlineData(CardKind.Basic, "In what year did the Crusades begin?", "1095")]
    [InlineData(CardKind.Basic, "How many laws of motion are there?", "three")]
    [InlineData(CardKind.Basic, "Why does chlorophyll look green?", "because of light")]
    [InlineData(CardKind.Basic, "What came from Turkey, whereas measles came from Milan?", "smallpox")]
    [InlineData(CardKind.Definition, "What is a chunk?", "a basic memory unit")]
    [InlineData(CardKind.Basic, "What left the colonies in a precarious state?", "the sudden adjournment of the First Continental Congress")]
    [InlineData(CardKind.Basic, "What is it?", "…")]
    [InlineData(CardKind.Basic, "What stands for the distance?", "x")]
    [InlineData(CardKind.Cloze, "植物进行{{c1::光合}}作用。", "光合")]
    public void Card_that_needs_none_or_could_not_be_guessed_stays_as_it_is(CardKind kind, string question, string answer)
    {
        var card = Card(kind, question, answer);

        Assert.Equal(question, FirstLetters.Add(card).Question);
    }

    private static CardDraft Card(CardKind kind, string question, string answer) => new()
    {
        Id = "0123456789abcdef",
        Kind = kind,
        Question = question,
        Answer = answer,
        Sentence = 0,
        Section = 0,
        StartSample = 0,
        EndSample = 16_000,
        FirstSegment = 0,
        LastSegment = 0,
    };
}
