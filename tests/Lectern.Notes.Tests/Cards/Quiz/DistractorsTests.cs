using Lectern.Notes.Cards;
using Lectern.Notes.Cards.Quiz;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Cards.Quiz;

public sealed class DistractorsTests
{
    private static readonly string[] Texts =
    [
        "Edward Jenner tried the vaccine in 1796.",
        "The plague came to Marseilles in 1720.",
        "The last case of smallpox was found in 1977.",
        "Boston was inoculated in 1721 and Milan was closed in 1630.",
        "The mound of Augustus is 87 metres wide.",
        "The mound of Hadrian is 64 metres wide.",
        "A wall of Rome was 19 metres high.",
        "Voltaire and Benjamin Franklin wrote of Isaac Newton.",
        "Isaac Newton died in London.",
        "Dante is the disciple of Virgil, and so was Statius.",
        "Statius is a poet of Naples.",
        "Locke is the author of the Treatises.",
    ];

    [Fact]
    public void Year_is_asked_for_among_the_nearest_years_of_other_sentences()
    {
        var card = Add("In what year did Jenner try the vaccine?", "1796", 0);

        Assert.Equal(["1721", "1720", "1630"], card.Distractors);
    }

    [Fact]
    public void Number_is_asked_for_among_numbers_of_the_same_unit()
    {
        var card = Add("The mound of Augustus is {{c1::87::number}} metres wide.", "87", 4);

        Assert.Contains("19", card.Distractors);
        Assert.DoesNotContain("1721", card.Distractors);
    }

    [Fact]
    public void Wrong_answers_are_never_the_answer_nor_in_its_sentence_nor_in_the_question()
    {
        var cards = new[] { Add("In what year was Milan closed?", "1630", 3), Add("Who died in London?", "Isaac Newton", 8), Add("What is wide?", "the mound of Augustus", 4) };

        Assert.All(cards, card => Assert.DoesNotContain(card.Answer, card.Distractors));
        Assert.All(cards, card => Assert.DoesNotContain(card.Distractors, other => Texts[card.Sentence].Contains(other, StringComparison.Ordinal)));
        Assert.All(cards, card => Assert.DoesNotContain(card.Distractors, other => card.Question.Contains(other, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Meaning_of_another_is_offered_only_where_it_does_not_hold_here_too()
    {
        CardDraft[] cards =
        [
            Card("Who is Statius?", "a poet of Naples", 10) with { Kind = CardKind.Definition },
            Card("Who is Dante?", "the disciple of Virgil", 9) with { Kind = CardKind.Definition },
            Card("Who is Locke?", "the author of the Treatises", 11) with { Kind = CardKind.Definition },
        ];

        Assert.Equal(["the author of the Treatises"], Distractors.Add(cards, Sentences(), "en")[0].Distractors);
    }

    [Fact]
    public void None_where_the_lecture_has_none_of_the_kind() => Assert.Empty(Add("Why did Jenner try it?", "because milkmaids did not fall ill", 0).Distractors);

    [Fact]
    public void Other_languages_have_none() => Assert.Empty(Distractors.Add([Card("Wann?", "1796", 0)], Sentences(), "de")[0].Distractors);

    private static CardDraft Add(string question, string answer, int sentence) => Distractors.Add([Card(question, answer, sentence)], Sentences(), "en")[0];

    private static Sentence[] Sentences() =>
        [.. Texts.Select((text, index) => new Sentence { Text = text, StartSample = index, EndSample = index + 1, FirstSegment = index, LastSegment = index })];

    private static CardDraft Card(string question, string answer, int sentence) => new()
    {
        Id = "0",
        Kind = CardKind.Basic,
        Question = question,
        Answer = answer,
        Sentence = sentence,
        Section = 0,
        StartSample = sentence,
        EndSample = sentence + 1,
        FirstSegment = sentence,
        LastSegment = sentence,
    };
}
