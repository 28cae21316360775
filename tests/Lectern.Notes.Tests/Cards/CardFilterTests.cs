using Lectern.Notes.Cards;

namespace Lectern.Notes.Tests.Cards;

public sealed class CardFilterTests
{
    [Theory]
    [InlineData(CardKind.Definition, "What is osmosis?", "the movement of water through a membrane", null)]
    [InlineData(CardKind.Basic, "What does it depend on?", "temperature", CardFault.UnresolvedPronoun)]
    [InlineData(CardKind.Basic, "What does this rate depend on?", "temperature", CardFault.UnresolvedPronoun)]
    [InlineData(CardKind.Basic, "Why is the sky blue?", "because he said so", CardFault.UnresolvedPronoun)]
    [InlineData(CardKind.Basic, "Why is the sky blue?", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen", CardFault.AnswerTooLong)]
    [InlineData(CardKind.Basic, "Who freed his slaves in Virginia?", "George Washington", CardFault.UnresolvedPronoun)]
    [InlineData(CardKind.Cloze, "{{c1::George Washington}} freed his slaves in Virginia.", "George Washington", null)]
    [InlineData(CardKind.Definition, "What is sleep pressure?", "the need for sleep", null)]
    [InlineData(CardKind.Definition, "What are isotopes?", "isotopes that are heavy", CardFault.AnswerInQuestion)]
    [InlineData(CardKind.Basic, "What are blue skies?", "blue skies", CardFault.AnswerInQuestion)]
    [InlineData(CardKind.Cloze, "The {{c1::moon}} pulls the water of the ocean.", "moon", null)]
    [InlineData(CardKind.Cloze, "The {{c1::moon}} and another moon pull water to the ocean.", "moon", CardFault.AnswerInQuestion)]
    [InlineData(CardKind.Cloze, "The {{c1::moon}} is near us now and then again.", "moon", CardFault.UnresolvedPronoun)]
    [InlineData(CardKind.Cloze, "The {{c1::moon}} is very much like the sun.", "moon", CardFault.QuestionTooVague)]
    public void Card_is_faulted_for_the_rule_it_breaks(CardKind kind, string question, string answer, CardFault? fault)
    {
        var filter = new CardFilter("en");

        Assert.Equal(fault, filter.FaultOf(new CardIdea(kind, question, answer, 0, 1)));
    }

    [Fact]
    public void Long_question_is_faulted()
    {
        var question = string.Join(' ', Enumerable.Range(0, 40).Select(number => $"word{number}")) + "?";

        Assert.Equal(CardFault.QuestionTooLong, new CardFilter("en").FaultOf(new CardIdea(CardKind.Basic, question, "answer", 0, 1)));
    }

    [Fact]
    public void Card_much_like_another_is_not_passed()
    {
        var filter = new CardFilter("en");

        Assert.True(filter.TryPass(new CardIdea(CardKind.Basic, "What does the tidal range depend on?", "the coast", 0, 1)));
        Assert.False(filter.TryPass(new CardIdea(CardKind.Basic, "What do tidal ranges depend on?", "the coasts", 1, 1)));
        Assert.True(filter.TryPass(new CardIdea(CardKind.Basic, "Why is the sky blue?", "because of scattering", 2, 1)));
    }

    [Fact]
    public void Third_card_with_the_same_answer_is_not_passed()
    {
        var filter = new CardFilter("en");

        Assert.True(filter.TryPass(new CardIdea(CardKind.Basic, "What pulls on the ocean?", "the moon", 0, 1)));
        Assert.True(filter.TryPass(new CardIdea(CardKind.Basic, "What circles our planet every month?", "the moon", 1, 1)));
        Assert.False(filter.TryPass(new CardIdea(CardKind.Basic, "What did Apollo astronauts visit?", "the moon", 2, 1)));
    }

    [Fact]
    public void One_question_is_passed_once()
    {
        var filter = new CardFilter("en");

        Assert.True(filter.TryPass(new CardIdea(CardKind.Definition, "Who was John Locke?", "a physician to Lord Shaftesbury", 0, 1)));
        Assert.False(filter.TryPass(new CardIdea(CardKind.Definition, "Who is John Locke?", "the author of the Second Treatise", 1, 1)));
    }

    [Fact]
    public void Every_fault_has_its_reason()
    {
        var reasons = Enum.GetValues<CardFault>().Select(fault => new DroppedCards(fault, 1).Reason).ToList();

        Assert.Equal(reasons.Count, reasons.Distinct(StringComparer.Ordinal).Count());
    }
}
