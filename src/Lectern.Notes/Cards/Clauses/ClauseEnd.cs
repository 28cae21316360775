using System.Buffers;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Finds where a clause ends: at a new clause, at punctuation that is not of a list, or with the sentence.</summary>
internal static class ClauseEnd
{
    private static readonly SearchValues<char> Quoting = SearchValues.Create("\"“”‘'()[]/-–—…");

    /// <summary>Returns the index after the last word of the clause of a verb.</summary>
    /// <returns>Beyond the number of words where the clause cannot be cut so that what is left is whole.</returns>
    public static int After(TaggedSentence sentence, VerbGroup verb)
    {
        var end = Find(sentence, verb);
        if (end <= sentence.Count)
            return end;
        // "The foundation of the general will, which is, for …": without what is told besides.
        for (var word = verb.Words.End + 2; word < sentence.Count; word++)
        {
            if (sentence.Lower(word) is "which" && sentence.IsNominal(word - 1) && sentence.BreakBefore(word) is "" or ",")
                return Whole(sentence, verb.Words.End, word);
        }

        return end;
    }

    private static int Find(TaggedSentence sentence, VerbGroup verb)
    {
        var none = sentence.Count + 1;
        var start = verb.Words.End;
        for (var word = start; word < sentence.Count; word++)
        {
            var mark = sentence.BreakBefore(word);
            if (mark.Length > 0 && word > start)
            {
                if (mark is ",")
                {
                    if (OpensClause(sentence, word))
                        return Whole(sentence, start, word);
                    var member = NounPhrases.Extended(sentence, PhraseStart(sentence, start, word - 1));
                    if (member.End > word)
                    {
                        word = member.End - 1;
                        continue;
                    }

                    return Whole(sentence, start, word);
                }

                return mark.AsSpan().IndexOfAny(Quoting) < 0 ? Whole(sentence, start, word) : none;
            }

            if (mark.Length > 0)
                return verb.IsPassive && mark.AsSpan().IndexOfAny(Quoting) < 0 ? start : none;
            if (OpensClause(sentence, word))
                return Whole(sentence, start, word);
        }

        return Whole(sentence, start, sentence.Count);
    }

    // The first word of the noun phrase that ends at a word.
    private static int PhraseStart(TaggedSentence sentence, int from, int last)
    {
        for (var first = from; first <= last; first++)
        {
            if (NounPhrases.At(sentence, first) is { IsEmpty: false } phrase && phrase.End == last + 1)
                return first;
        }

        return last;
    }

    private static bool OpensClause(TaggedSentence sentence, int word)
    {
        var lower = sentence.Lower(word);
        if (lower is "because" or "although" or "though" or "whereas" or "but" or "so" && sentence.Is(word + 1, PartOfSpeech.Pronoun, PartOfSpeech.Determiner))
            return true;
        if (lower is "because" or "although" or "though" or "whereas" or "but")
            return true;
        if (lower is not ("and" or "or") || (sentence.Is(word - 1, PartOfSpeech.Adjective) && sentence.Is(word + 1, PartOfSpeech.Adverb)))
            return false;
        var next = word + 1;
        if (sentence.Is(next, PartOfSpeech.Pronoun) || sentence.Is(next, PartOfSpeech.Subordinator) || VerbGroups.At(sentence, next) is not null)
            return true;
        var phrase = NounPhrases.Extended(sentence, next);
        return !phrase.IsEmpty && VerbGroups.At(sentence, phrase.End) is not null;
    }

    private static int Whole(TaggedSentence sentence, int start, int end)
    {
        var last = end - 1;
        var isOpen = end > start && sentence[last] is PartOfSpeech.Determiner or PartOfSpeech.Conjunction or PartOfSpeech.Subordinator or PartOfSpeech.To
            or PartOfSpeech.Modal or PartOfSpeech.Be or PartOfSpeech.Have or PartOfSpeech.Do or PartOfSpeech.Possessive or PartOfSpeech.Not;
        var hangs = end > start && sentence.Is(last, PartOfSpeech.Preposition) && sentence.Lower(last) is not ("up" or "out" or "down" or "off" or "over" or "in");
        isOpen |= end > start + 1 && sentence.Is(last, PartOfSpeech.Adjective) && sentence.Lower(last - 1) is "a" or "an" or "this" or "that" or "these" or "those";
        isOpen |= end > start + 1 && sentence.Is(last, PartOfSpeech.Adjective) && sentence.Is(last - 1, PartOfSpeech.Determiner) && sentence.Lower(end) is "and" or "or";
        isOpen |= end > start + 1 && sentence.Is(last, PartOfSpeech.Gerund) && sentence.Is(last - 1, PartOfSpeech.Preposition);
        // "Not the rights of property, but …": half of what was said.
        isOpen |= sentence.Lower(end) is "but" && Enumerable.Range(start, Math.Max(0, end - start)).Any(word => sentence.Lower(word) is "not");
        var isTitle = end > start && sentence.Lower(last) is "not" or "mr" or "mrs" or "ms" or "dr" or "st";
        isOpen |= HasHalfBetween(sentence, start, end);
        return isOpen || hangs || isTitle || IsOpenThat(sentence, start, end) || HasLooseVerb(sentence, start, end) ? sentence.Count + 1 : end;
    }

    // "Between the environment" with nothing on the other side.
    private static bool HasHalfBetween(TaggedSentence sentence, int start, int end)
    {
        var between = Enumerable.Range(start, Math.Max(0, end - start)).FirstOrDefault(word => sentence.Lower(word) is "between", -1);
        return between >= 0 && !sentence.Is(NounPhrases.At(sentence, between + 1).End - 1, PartOfSpeech.Plural)
            && !Enumerable.Range(between, end - between).Any(word => sentence.Lower(word) is "and");
    }

    // A finite verb that no "that", "which" or the like has opened a clause for: the sentence was read wrongly, or was never whole.
    private static bool HasLooseVerb(TaggedSentence sentence, int start, int end)
    {
        for (var word = start; word < end; word++)
        {
            if (sentence[word] is PartOfSpeech.Subordinator)
                return false;
            if (sentence[word] is PartOfSpeech.Be or PartOfSpeech.Modal or PartOfSpeech.ThirdPerson or PartOfSpeech.Do or PartOfSpeech.Past
                && sentence.Lower(word) is not ("be" or "been" or "being") && !sentence.Is(word - 1, PartOfSpeech.Conjunction))
                return true;
            if (sentence.Is(word, PartOfSpeech.Verb) && word > start && sentence.Is(word - 1, PartOfSpeech.Plural, PartOfSpeech.Pronoun))
                return true;
        }

        return false;
    }

    // "Declared that by forcing people": what was declared is not said.
    private static bool IsOpenThat(TaggedSentence sentence, int start, int end)
    {
        for (var word = end - 1; word >= start; word--)
        {
            if (sentence[word] is PartOfSpeech.Be or PartOfSpeech.Modal or PartOfSpeech.ThirdPerson or PartOfSpeech.Do or PartOfSpeech.Past or PartOfSpeech.Have or PartOfSpeech.Verb)
                return false;
            if (sentence.Lower(word) is "that" && sentence.Is(word, PartOfSpeech.Subordinator))
                return true;
        }

        return false;
    }
}
