using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks why where the lecturer says "because".</summary>
internal static class ReasonCards
{
    private const int FewestReasonWords = 4;
    private const int MostReasonWords = 14;
    private const double Factor = 1.2;

    /// <summary>Returns the card of a statement, or null where no reason follows it.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="spoken">The sentence that it was taken from, tidied.</param>
    /// <param name="anchors">The weights of the words.</param>
    public static CardIdea? Of(Statement statement, TaggedSentence spoken, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (anchors.Count(sentence, clause.Subject) == 0 || clause.Verb.IsNegative && clause.Verb.Auxiliary < 0 || Inversion.Of(clause) is not { } verb)
            return null;
        var because = Because(spoken, sentence);
        if (because < 0 || clause.Lead.Length > 0 || !SaysReason(spoken, because + 1))
            return null;
        var end = because + 1;
        while (end < spoken.Count && spoken.Touches(end) && spoken.Lower(end) is not ("but" or "because" or "so" or "which"))
            end++;
        if (end - because - 1 is < FewestReasonWords or > MostReasonWords)
            return null;
        var rest = clause.Rest.IsEmpty ? string.Empty : sentence.Parsed.Slice(clause.Rest.First, clause.Rest.End);
        var question = $"Why {verb.Auxiliary} {clause.SubjectText} {verb.Remainder} {rest}?";
        return statement.Card(CardKind.Basic, question, spoken.Parsed.Slice(because, end), Factor);
    }

    private static bool SaysReason(TaggedSentence spoken, int first)
    {
        var subject = spoken.Is(first, PartOfSpeech.Pronoun) ? first + 1 : NounPhrases.Extended(spoken, first, isSubject: true).End;
        return spoken.Lower(first) is not ("i" or "you" or "we") && subject > first && VerbGroups.At(spoken, subject) is { } verb && verb.Words.End < spoken.Count;
    }

    // The "because" right after the last word of the statement.
    private static int Because(TaggedSentence spoken, TaggedSentence statement)
    {
        for (var word = 1; word + 1 < spoken.Count; word++)
        {
            if (spoken.Lower(word) is "because" && spoken.Lower(word + 1) is not "of" && string.Equals(spoken.Lower(word - 1), statement.Lower(statement.Count - 1), StringComparison.Ordinal))
                return word;
        }

        return -1;
    }
}
