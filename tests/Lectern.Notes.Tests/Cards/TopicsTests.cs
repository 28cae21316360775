using Lectern.Notes.Cards;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Tests.Cards;

public sealed class TopicsTests
{
    private static readonly PartOfSpeechTagger Tagger = new(new HashSet<string>(["trajan", "column"]), new HashSet<string>());

    [Fact]
    public void Question_that_leans_on_its_topic_names_it()
    {
        var topics = Of("We come to Trajan.", "Trajan was an emperor.", "The shaft rests on a base.");

        Assert.Equal("Trajan: What does the shaft rest on?", topics.Add(Leaning("What does the shaft rest on?", "a base")).Question);
    }

    [Fact]
    public void Question_without_a_topic_near_it_is_at_fault()
    {
        var topics = Of("We come to columns.", "They were high.", "The shaft rests on a base.");

        Assert.Equal(CardFault.UnresolvedReference, topics.Add(Leaning("What does the shaft rest on?", "a base")).Fault);
    }

    [Fact]
    public void Topic_never_gives_the_answer_away()
    {
        var topics = Of("We come to Trajan.", "Trajan was an emperor.", "The shaft was built by Trajan.");

        Assert.Equal(CardFault.UnresolvedReference, topics.Add(Leaning("Who built the shaft?", "Trajan")).Fault);
    }

    private static Topics Of(params string[] sentences) => new([.. sentences.Select(text => new TaggedSentence(text, Tagger))], []);

    private static CardIdea Leaning(string question, string answer) => new(CardKind.Basic, question, answer, 2, 1) { NeedsTopic = true };
}
