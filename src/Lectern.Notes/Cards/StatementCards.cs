using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Cards;

/// <summary>Makes all the cards that the statements of an English lecture allow.</summary>
/// <remarks>
/// Statements are turned into questions by their parts of speech, as in M. Heilman and N. Smith, "Good question! Statistical ranking for question
/// generation" (2010), without a parser: shapes that chunks do not tell for sure make no question but a gap.
/// </remarks>
public static class StatementCards
{
    /// <summary>Returns the cards of a lecture, several of one sentence where it has several answers.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="terms">Its key terms, the most important first.</param>
    /// <param name="scores">How good each sentence is for notes.</param>
    /// <param name="language">A BCP 47 tag; a language other than English has none.</param>
    public static IEnumerable<CardIdea> Of(IReadOnlyList<Sentence> sentences, IReadOnlyList<KeyTerm> terms, SentenceScores scores, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(scores);
        return LanguageTag.IsEnglish(language) ? Of(new TaggedLecture(sentences), terms, scores) : [];
    }

    /// <summary>Returns the cards of an English lecture.</summary>
    internal static IEnumerable<CardIdea> Of(TaggedLecture lecture, IReadOnlyList<KeyTerm> terms, SentenceScores scores)
    {
        var finder = new StatementFinder(lecture, terms);
        var anchors = finder.Anchors;
        foreach (var statement in finder.Find(scores))
        {
            var spoken = finder.Spoken[statement.Sentence];
            CardIdea?[] ideas =
            [
                ReasonCards.Of(statement, spoken, anchors, finder.References), ListCards.Of(statement, anchors), TimeCards.Of(statement, anchors), CountCards.Of(statement, anchors),
                KindCards.Of(statement, anchors, finder.References), SubjectCards.Of(statement, anchors), ObjectCards.Of(statement, anchors), GapCards.Of(statement, anchors),
            ];
            foreach (var idea in ideas.OfType<CardIdea>())
                yield return idea;
        }

        for (var index = 0; index < finder.Spoken.Count; index++)
        {
            var spoken = finder.Spoken[index];
            CardIdea?[] ideas =
            [
                CountCards.OfThere(spoken, index, anchors, finder.References), NamingCards.Of(spoken, index, anchors, finder.References), ContrastCards.Of(spoken, index, anchors, finder.References),
                CountedListCards.Of(spoken, index, finder.Tagger, finder.References), ReasonCards.OfReason(spoken, index, finder.Tagger, finder.Understanding),
            ];
            foreach (var idea in ideas.OfType<CardIdea>())
                yield return idea;
        }
    }
}
