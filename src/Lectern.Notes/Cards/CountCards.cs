using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks how many: "How many laws of motion are there?"</summary>
internal static class CountCards
{
    private const double Factor = 1.1;
    private const double ThereWorth = 0.3;
    private const int FewestWords = 2;
    private const int MostWords = 9;

    /// <summary>Returns the card of a statement that counts its subject or its object, or null.</summary>
    public static CardIdea? Of(Statement statement, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (clause.Verb.IsNegative || clause.Rest.IsEmpty || !clause.Lead.IsEmpty)
            return null;
        var counted = NounPhrases.Extended(sentence, clause.Rest.First);
        if (!Counts(sentence, counted) || counted.End > clause.Rest.End || anchors.Count(sentence, clause.Subject) == 0 || Inversion.Of(clause) is not { } verb || clause.Verb.IsCopula)
            return null;
        var noun = sentence.Parsed.Slice(counted.First + 1, counted.End);
        var tail = counted.End < clause.Rest.End ? sentence.Parsed.Slice(counted.End, clause.Rest.End) : string.Empty;
        var question = $"How many {noun} {verb.Auxiliary} {clause.SubjectText} {verb.Remainder} {tail}?";
        return statement.Card(CardKind.Basic, question, sentence.Parsed.Slice(counted.First, counted.First + 1), Factor);
    }

    /// <summary>Returns the card of a sentence "There are three …", or null.</summary>
    /// <param name="spoken">The sentence, tidied.</param>
    /// <param name="index">Its index in the lecture.</param>
    /// <param name="anchors">The weights of the words.</param>
    /// <param name="references">What is understood by itself.</param>
    public static CardIdea? OfThere(TaggedSentence spoken, int index, Anchors anchors, References references)
    {
        if (spoken.Lower(0) is not "there" || spoken.Lower(1) is not ("are" or "were"))
            return null;
        var counted = NounPhrases.Extended(spoken, 2);
        if (!Counts(spoken, counted))
            return null;
        var end = counted.End;
        while (end < spoken.Count && spoken.Touches(end) && end < counted.First + MostWords + 1)
            end++;
        var rest = new Span(counted.First + 1, end);
        // "How many stable equilibria are there?" of what?
        if (end == counted.End && NounPhrases.At(spoken, 2).End == counted.End)
            return null;
        if (rest.Length is < FewestWords or > MostWords || anchors.Count(spoken, rest) < 2 || References.Empty.Contains(spoken.Lower(end - 1)))
            return null;
        var verb = spoken.Lower(1);
        return new CardIdea(CardKind.Basic, $"How many {spoken.Parsed.Slice(rest.First, rest.End)} {verb} there?", spoken.Lower(counted.First), index, ThereWorth * anchors.Sum(spoken, rest))
        {
            Fault = references.AreClear(spoken, rest) ? null : CardFault.UnresolvedReference,
        };
    }

    private static bool Counts(TaggedSentence sentence, Span phrase) =>
        phrase.Length >= FewestWords && sentence.Is(phrase.First, PartOfSpeech.Number) && sentence.Lower(phrase.First) is not ("one" or "hundred" or "thousand" or "million" or "billion")
        && sentence.Lower(phrase.First).Length < 6 && !sentence.Is(phrase.First + 1, PartOfSpeech.Number)
        && sentence.Is(NounPhrases.At(sentence, phrase.First).End - 1, PartOfSpeech.Plural)
        && !Enumerable.Range(phrase.First, phrase.Length).Any(word => sentence.Is(word, PartOfSpeech.Conjunction));
}
