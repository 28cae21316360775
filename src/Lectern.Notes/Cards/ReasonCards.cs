using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks why where the lecturer says "because".</summary>
internal static class ReasonCards
{
    private const int FewestReasonWords = 4;
    private const int MostReasonWords = 14;
    private const double Factor = 1.2;
    private const double ReasonWorth = 1.3;

    /// <summary>Returns the card of a sentence "The reason why … is that …", or null.</summary>
    /// <param name="spoken">The sentence, tidied.</param>
    /// <param name="index">Its index in the lecture.</param>
    /// <param name="tagger">Used by one thread at a time.</param>
    /// <param name="understanding">Tells what is understood by itself.</param>
    public static CardIdea? OfReason(TaggedSentence spoken, int index, PartOfSpeechTagger tagger, Understanding understanding)
    {
        if (spoken.Lower(0) is not ("the" or "one" or "another") || Enumerable.Range(1, 2).FirstOrDefault(word => spoken.Lower(word) is "reason", -1) is not (> 0 and var reason))
            return null;
        var first = spoken.Lower(reason + 1) is "why" or "that" ? reason + 2 : spoken.Lower(reason + 1) is "for" && spoken.Lower(reason + 2) is "which" ? reason + 3 : reason + 1;
        var be = Enumerable.Range(first, Math.Max(0, spoken.Count - first - 1)).FirstOrDefault(word => spoken.Lower(word) is "is" or "was" && spoken.Lower(word + 1) is "that" or "because", -1);
        if (be < 0 || spoken.Count - be - 2 is < FewestReasonWords or > MostReasonWords)
            return null;
        var told = new TaggedSentence(Summary.Prose.Capitalise(spoken.Parsed.Slice(first, be)) + ".", tagger);
        if (Clause.At(told, 0) is not { } clause || Math.Max(clause.Rest.End, clause.Verb.Words.End) != told.Count || !clause.Lead.IsEmpty || !understanding.IsClear(clause) || Inversion.Of(clause) is not { } verb)
            return null;
        var rest = clause.Rest.IsEmpty ? string.Empty : told.Parsed.Slice(clause.Rest.First, clause.Rest.End);
        return new CardIdea(CardKind.Basic, Spoken.Tidy($"Why {verb.Auxiliary} {clause.SubjectText} {verb.Remainder} {rest}?"), $"because {spoken.Parsed.Slice(be + 2, spoken.Count)}", index, ReasonWorth);
    }

    /// <summary>Returns the card of a statement, or null where no reason follows it.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="spoken">The sentence that it was taken from, tidied.</param>
    /// <param name="anchors">The weights of the words.</param>
    /// <param name="references">What is understood by itself.</param>
    public static CardIdea? Of(Statement statement, TaggedSentence spoken, Anchors anchors, References references)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (anchors.Count(sentence, clause.Subject) == 0 || clause.Verb.IsNegative && clause.Verb.Auxiliary < 0 || Inversion.Of(clause) is not { } verb)
            return null;
        var because = Because(spoken, sentence);
        var isNoun = spoken.Lower(because + 1) is "of";
        if (because < 0 || clause.Lead.Length > 0 || !(isNoun ? references.AreClear(spoken, new Span(because + 2, EndOf(spoken, because))) : SaysReason(spoken, because + 1)))
            return null;
        var end = EndOf(spoken, because);
        if (end - because - 1 is < FewestReasonWords or > MostReasonWords)
            return null;
        var rest = clause.Rest.IsEmpty ? string.Empty : sentence.Parsed.Slice(clause.Rest.First, clause.Rest.End);
        var question = $"Why {verb.Auxiliary} {clause.SubjectText} {verb.Remainder} {rest}?";
        return statement.Card(CardKind.Basic, question, spoken.Parsed.Slice(because, end), Factor);
    }

    private static int EndOf(TaggedSentence spoken, int because)
    {
        var end = because + 1;
        while (end < spoken.Count && spoken.Touches(end) && spoken.Lower(end) is not ("but" or "because" or "so" or "which"))
            end++;
        return end;
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
            if (spoken.Lower(word) is "because" && string.Equals(spoken.Lower(word - 1), statement.Lower(statement.Count - 1), StringComparison.Ordinal))
                return word;
        }

        return -1;
    }
}
