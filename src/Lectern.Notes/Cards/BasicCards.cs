using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Cards;

/// <summary>Turns statements into questions by their shape.</summary>
/// <remarks>
/// Subject–auxiliary inversion and phrase removal after M. Heilman and N. Smith, "Good question! Statistical ranking for question
/// generation" (2010), held to shapes that can be told without a parser.
/// </remarks>
public static class BasicCards
{
    /// <summary>Returns at most one question for each statement that has a known shape.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="scores">How good each sentence is.</param>
    /// <param name="language">A BCP 47 tag; a language other than English has no questions.</param>
    public static IEnumerable<CardIdea> Of(IReadOnlyList<Sentence> sentences, SentenceScores scores, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(scores);
        return LanguageTag.IsEnglish(language) ? Ask(sentences, scores, language) : [];
    }

    private static IEnumerable<CardIdea> Ask(IReadOnlyList<Sentence> sentences, SentenceScores scores, string language)
    {
        for (var index = 0; index < sentences.Count; index++)
        {
            var sentence = new ParsedSentence(Prose.Tidy(sentences[index].Text, language));
            if (sentence.IsQuestion || sentence.Text.Contains(CardIdea.GapStart, StringComparison.Ordinal))
                continue;
            if (StatementQuestion.Of(sentence) is { } question)
                yield return new CardIdea(CardKind.Basic, question.Question, question.Answer, index, 0.5 + scores[index]);
        }
    }
}
