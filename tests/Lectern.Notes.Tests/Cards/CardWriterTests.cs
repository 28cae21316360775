using System.Text.RegularExpressions;
using Lectern.Notes.Cards;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Cards;

public sealed class CardWriterTests
{
    [Fact]
    public void Cards_are_of_several_kinds_and_from_every_section()
    {
        var notes = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions());

        Assert.Superset(new HashSet<CardKind> { CardKind.Definition, CardKind.Cloze, CardKind.Basic }, notes.Cards.Cards.Select(card => card.Kind).ToHashSet());
        Assert.Equal(Enumerable.Range(0, notes.Sections.Count), notes.Cards.Cards.Select(card => card.Section).Distinct().Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(1000)]
    public void Never_more_cards_than_asked_for_and_never_a_bad_one(int count)
    {
        var cards = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions { Cards = count }).Cards.Cards;

        var filter = new CardFilter("en");
        Assert.InRange(cards.Count, Math.Min(count, 5), count);
        Assert.All(cards, card => Assert.Null(filter.FaultOf(new CardIdea(card.Kind, card.Question, card.Answer, card.Sentence, 0))));
        Assert.Equal(cards.Count, cards.DistinctBy(card => card.Sentence).Count());
        Assert.Equal(cards.Count, cards.DistinctBy(card => card.Question).Count());
    }

    [Fact]
    public void Dropped_cards_are_counted_by_reason()
    {
        var dropped = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions { Cards = 1000 }).Cards.Dropped;

        Assert.Contains(dropped, entry => entry.Fault == CardFault.Duplicate && entry.Count > 0);
        Assert.Equal(dropped.OrderBy(entry => entry.Fault), dropped);
    }

    [Fact]
    public void Identity_is_the_same_in_every_run_and_different_for_every_card()
    {
        var first = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions { Cards = 3 }).Cards.Cards;
        var second = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions { Cards = 12 }).Cards.Cards;

        Assert.Subset(second.Select(card => card.Id).ToHashSet(StringComparer.Ordinal), first.Select(card => card.Id).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(second.Count, second.DistinctBy(card => card.Id).Count());
        Assert.All(second, card => Assert.Matches("^[0-9a-f]{16}$", card.Id));
    }

    [Fact]
    public void Negative_number_of_cards_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => ExtractiveWriter.Write(SampleLecture.Short, new NoteOptions { Cards = -1 }));

    [Fact]
    public void Gap_is_the_answer_and_is_shown_as_a_line()
    {
        var clozes = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions()).Cards.Cards.Where(card => card.Kind == CardKind.Cloze).ToList();

        Assert.NotEmpty(clozes);
        Assert.All(clozes, card => Assert.Matches(@"\{\{c1::" + Regex.Escape(card.Answer) + @"(::(year|number|[^:}]+…))?\}\}", card.Question));
        Assert.All(clozes, card => Assert.Contains("_____", CardIdea.Ask(card.Question), StringComparison.Ordinal));
    }
}
