using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Finds the finite verbs of clauses.</summary>
internal static class VerbGroups
{
    /// <summary>Returns the verb group that begins at a word, or null where none does.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Index of the word.</param>
    /// <param name="mayFollowBreak">Whether punctuation may stand before the word, as after an aside.</param>
    public static VerbGroup? At(TaggedSentence sentence, int first, bool mayFollowBreak = false)
    {
        if (first >= sentence.Count || (!mayFollowBreak && !sentence.Touches(first)))
            return null;
        var word = SkipAdverbs(sentence, first, out var isNegative);
        if (word >= sentence.Count || (word > first && !sentence.Touches(word)))
            return null;
        return sentence[word] switch
        {
            PartOfSpeech.Modal => AfterModal(sentence, first, word),
            PartOfSpeech.Be => AfterBe(sentence, first, word, word, isNegative),
            PartOfSpeech.Have => AfterHave(sentence, first, word),
            PartOfSpeech.Do => AfterDo(sentence, first, word),
            // "Architecture made of concrete" has no verb, whatever the tag.
            PartOfSpeech.Past when IsReduced(sentence, word) => null,
            PartOfSpeech.ThirdPerson or PartOfSpeech.Past or PartOfSpeech.Verb => new VerbGroup(new Span(first, word + 1), -1, word, IsPassive: false, isNegative),
            // "Columbus brought": told apart from "a book written by" by what follows.
            PartOfSpeech.Participle when !IsReduced(sentence, word) && !sentence.Is(word + 1, PartOfSpeech.Preposition, PartOfSpeech.To) && !HasVerbAfter(sentence, word) =>
                new VerbGroup(new Span(first, word + 1), -1, word, IsPassive: false, isNegative),
            _ => null,
        };
    }

    private static bool IsReduced(TaggedSentence sentence, int word) =>
        sentence.Lower(word + 1) is "by" or "of" || (sentence.Lower(word + 1) is "out" && sentence.Lower(word + 2) is "of") || sentence.Lower(word) is "born" or "called" or "named" or "known";

    private static VerbGroup? AfterModal(TaggedSentence sentence, int first, int modal)
    {
        var word = SkipAdverbs(sentence, modal + 1, out var isNegative);
        isNegative |= IsNegated(sentence, modal);
        if (sentence.Is(word, PartOfSpeech.Be))
            return AfterBe(sentence, first, word, modal, isNegative);
        if (sentence.Is(word, PartOfSpeech.Have) && AfterHave(sentence, first, word) is { } have)
            return have with { Auxiliary = modal, IsNegative = isNegative || have.IsNegative };
        return sentence.Is(word, PartOfSpeech.Verb) ? new VerbGroup(new Span(first, word + 1), modal, word, IsPassive: false, isNegative) : null;
    }

    private static VerbGroup AfterBe(TaggedSentence sentence, int first, int be, int auxiliary, bool isNegative)
    {
        var word = SkipAdverbs(sentence, be + 1, out var negated);
        isNegative |= negated || IsNegated(sentence, be);
        if (sentence.Is(word, PartOfSpeech.Be))
            word = SkipAdverbs(sentence, word + 1, out _);
        if (sentence.Is(word, PartOfSpeech.Participle) && !sentence.IsNominal(word + 1))
            return new VerbGroup(new Span(first, word + 1), auxiliary, word, IsPassive: true, isNegative);
        if (sentence.Is(word, PartOfSpeech.Gerund) && !sentence.IsNominal(word + 1))
            return new VerbGroup(new Span(first, word + 1), auxiliary, word, IsPassive: false, isNegative);
        var isBare = auxiliary == be;
        return new VerbGroup(new Span(first, negated ? word : be + 1), auxiliary, isBare ? auxiliary : be, IsPassive: false, isNegative);
    }

    private static VerbGroup? AfterHave(TaggedSentence sentence, int first, int have)
    {
        var word = SkipAdverbs(sentence, have + 1, out var isNegative);
        isNegative |= IsNegated(sentence, have);
        if (sentence.Is(word, PartOfSpeech.Be))
            return AfterBe(sentence, first, word, have, isNegative);
        if (sentence.Is(word, PartOfSpeech.Participle, PartOfSpeech.Past))
            return new VerbGroup(new Span(first, word + 1), have, word, IsPassive: false, isNegative);
        // "Have to" is a modal of sorts that the question would have to rebuild.
        return sentence.Is(have + 1, PartOfSpeech.To) ? null : new VerbGroup(new Span(first, have + 1), -1, have, IsPassive: false, isNegative);
    }

    private static VerbGroup? AfterDo(TaggedSentence sentence, int first, int word)
    {
        var verb = SkipAdverbs(sentence, word + 1, out var isNegative);
        isNegative |= IsNegated(sentence, word);
        return sentence.Is(verb, PartOfSpeech.Verb) ? new VerbGroup(new Span(first, verb + 1), word, verb, IsPassive: false, isNegative) : null;
    }

    private static bool IsNegated(TaggedSentence sentence, int word) => sentence.Lower(word).EndsWith("n't", StringComparison.Ordinal) || sentence.Lower(word) is "cannot";

    private static int SkipAdverbs(TaggedSentence sentence, int word, out bool isNegative)
    {
        isNegative = false;
        for (var first = word; word < sentence.Count && (word == first || sentence.Touches(word)) && (sentence.Is(word, PartOfSpeech.Adverb, PartOfSpeech.Not) || sentence.Lower(word) is "either" or "both" or "each" or "all" or "better" or "best" or "most" || (sentence.Lower(word) is "first" && sentence.Is(word + 1, PartOfSpeech.Participle))); word++)
            isNegative |= sentence.Lower(word) is "not" or "never" or "hardly" or "no";

        return word;
    }

    private static bool HasVerbAfter(TaggedSentence sentence, int word)
    {
        for (var next = word + 1; next < sentence.Count && sentence.Touches(next); next++)
        {
            if (sentence[next] is PartOfSpeech.Conjunction or PartOfSpeech.Subordinator)
                return false;
            if (sentence[next] is PartOfSpeech.Be or PartOfSpeech.Have or PartOfSpeech.Modal or PartOfSpeech.ThirdPerson or PartOfSpeech.Past)
                return true;
        }

        return false;
    }
}
