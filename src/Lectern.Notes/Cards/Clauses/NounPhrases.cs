using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Finds noun phrases by the parts of speech of their words.</summary>
/// <remarks>Chunking as S. Abney, "Parsing by chunks" (1991): a phrase ends with its head; what follows the head is attached by separate rules.</remarks>
internal static class NounPhrases
{
    /// <summary>Returns the phrase without attachments that begins at a word: determiner, modifiers, head.</summary>
    /// <returns>An empty span where none begins there.</returns>
    public static Span At(TaggedSentence sentence, int first)
    {
        var head = -1;
        for (var word = first; word < sentence.Count && (word == first || sentence.Touches(word) || IsListOfAdjectives(sentence, word)); word++)
        {
            if (sentence.IsNominal(word))
            {
                if (head >= 0 && StartsAnew(sentence, head, word))
                    break;
                head = word;
            }
            else if (!CanStandInside(sentence, first, word))
            {
                break;
            }
            else if (head >= 0 && !IsAfterNumber(sentence, head, word) && !(sentence.Is(word, PartOfSpeech.Possessive) && sentence.Lower(word).Contains('\'', StringComparison.Ordinal)))
            {
                break;
            }
        }

        return new Span(first, head < 0 ? first : head + 1);
    }

    /// <summary>Returns the phrase that begins at a word with what hangs on it: "of …", and further members of a list.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Index of the word.</param>
    /// <param name="isSubject">Whether no verb went before, so that a verb after a member of the list is that of the list.</param>
    public static Span Extended(TaggedSentence sentence, int first, bool isSubject = false)
    {
        var phrase = At(sentence, first);
        if (phrase.IsEmpty && IsShare(sentence, first) && At(sentence, first + 2) is { IsEmpty: false } whole)
            phrase = new Span(first, whole.End);
        while (!phrase.IsEmpty)
        {
            var next = phrase.End;
            if (sentence.Touches(next) && sentence.Lower(next) is "of" && At(sentence, next + 1) is { IsEmpty: false } inner)
                phrase = new Span(first, inner.End);
            else if (sentence.Touches(next) && sentence.Lower(next) is "such" && sentence.Lower(next + 1) is "as" && At(sentence, next + 2) is { IsEmpty: false } example)
                phrase = new Span(first, example.End);
            else if (Coordinated(sentence, next, isSubject) is { IsEmpty: false } member)
                phrase = new Span(first, member.End);
            else
                break;
        }

        return phrase;
    }

    /// <summary>Returns the noun phrases of a range from left to right, without attachments.</summary>
    public static IEnumerable<Span> All(TaggedSentence sentence, Span range)
    {
        for (var word = range.First; word < range.End; word++)
        {
            var phrase = At(sentence, word);
            if (phrase.IsEmpty || phrase.End > range.End)
                continue;
            yield return phrase;
            word = phrase.End - 1;
        }
    }

    // The next member of a list: "and quinine", ", maize". After a comma only where an "and" or "or" follows further on.
    private static Span Coordinated(TaggedSentence sentence, int word, bool isSubject)
    {
        var and = sentence.Lower(word) is "and" or "or" && sentence.BreakBefore(word) is "" or ",";
        if (and)
        {
            var last = At(sentence, word + 1);
            return last.IsEmpty || (!isSubject && VerbGroups.At(sentence, last.End) is not null) ? default : last;
        }

        if (word >= sentence.Count || sentence.BreakBefore(word) is not ",")
            return default;
        var member = At(sentence, word);
        if (member.IsEmpty)
            return default;
        var after = member.End;
        return sentence.Lower(after) is "and" or "or" || (after < sentence.Count && sentence.BreakBefore(after) is "," && !Coordinated(sentence, after, isSubject).IsEmpty)
            ? member
            : default;
    }

    // "All of the characters", "most of the wall".
    private static bool IsShare(TaggedSentence sentence, int word) =>
        sentence.Lower(word) is "all" or "most" or "many" or "some" or "both" or "each" or "one" or "none" or "half" or "much" or "several" or "any"
        && sentence.Lower(word + 1) is "of" && sentence.Touches(word + 1);

    // "On Tuesday Columbus": a name after an ordinary noun is most often another phrase; so is a noun after a number that is a year.
    private static bool StartsAnew(TaggedSentence sentence, int head, int word) =>
        sentence.Is(word, PartOfSpeech.Name) && sentence.Is(head, PartOfSpeech.Plural)
        || (sentence.Is(head, PartOfSpeech.Number) && IsYear(sentence.Lower(head)));

    // "Three main stages": the number is not the head.
    private static bool IsAfterNumber(TaggedSentence sentence, int head, int word) =>
        sentence.Is(head, PartOfSpeech.Number) && !IsYear(sentence.Lower(head)) && sentence.Is(word, PartOfSpeech.Adjective) && sentence.Is(word + 1, PartOfSpeech.Plural) && sentence.Touches(word + 1);

    private static bool IsYear(string word) => word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsDigit);

    private static bool CanStandInside(TaggedSentence sentence, int first, int word) => sentence[word] switch
    {
        PartOfSpeech.Determiner => word == first || (word == first + 1 && sentence.Lower(first) is "all" or "both" or "half"),
        PartOfSpeech.Possessive or PartOfSpeech.Adjective => true,
        PartOfSpeech.Participle or PartOfSpeech.Gerund => IsBeforeNoun(sentence, word),
        PartOfSpeech.Adverb => word > first && sentence.Is(word + 1, PartOfSpeech.Adjective, PartOfSpeech.Participle) && IsBeforeNoun(sentence, word + 1),
        PartOfSpeech.Conjunction => word > first && sentence.Is(word - 1, PartOfSpeech.Adjective) && sentence.Is(word + 1, PartOfSpeech.Adjective) && IsBeforeNoun(sentence, word + 1),
        _ => false,
    };

    private static bool IsBeforeNoun(TaggedSentence sentence, int word) =>
        sentence.Touches(word + 1) && (sentence.IsNominal(word + 1) || sentence.Is(word + 1, PartOfSpeech.Adjective));

    // "A big, dark cloud".
    private static bool IsListOfAdjectives(TaggedSentence sentence, int word) =>
        sentence.BreakBefore(word) is "," && sentence.Is(word - 1, PartOfSpeech.Adjective) && sentence.Is(word, PartOfSpeech.Adjective) && IsBeforeNoun(sentence, word);
}
