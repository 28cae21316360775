using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks for the term where the lecturer says what something is called.</summary>
internal static class NamingCards
{
    private const int FewestToldWords = 4;
    private const int MostToldWords = 18;
    private const int MostTermWords = 4;
    private const double Worth = 1.5;

    /// <summary>Returns the card of a sentence, or null where nothing is named in it.</summary>
    /// <param name="spoken">The sentence, tidied.</param>
    /// <param name="index">Its index in the lecture.</param>
    /// <param name="anchors">The weights of the words.</param>
    /// <param name="references">What is understood by itself.</param>
    public static CardIdea? Of(TaggedSentence spoken, int index, Anchors anchors, References references)
    {
        for (var word = 2; word < spoken.Count - 1; word++)
        {
            var term = TermAt(spoken, word);
            if (term.IsEmpty || !IsTerm(spoken, term))
                continue;
            if (spoken.Is(word - 1, PartOfSpeech.Pronoun) || spoken.Lower(word - 1) is "so" or "what")
                return null;
            var told = Told(spoken, word);
            if (told.Length is < FewestToldWords or > MostToldWords || anchors.Sum(spoken, told) < 0.8 || Shares(spoken, told, term))
                return null;
            if (spoken[told.End - 1] is PartOfSpeech.Subordinator or PartOfSpeech.Pronoun or PartOfSpeech.Preposition or PartOfSpeech.Determiner)
                return null;
            // "A part of the brain" is many things.
            if (spoken.Lower(told.First) is "a" or "an" or "some" && !Enumerable.Range(told.First, told.Length).Any(inside => spoken.Is(inside, PartOfSpeech.Subordinator)))
                return null;
            // "Jefferson called a meeting" names nothing.
            var isPassive = spoken.Is(told.End, PartOfSpeech.Be, PartOfSpeech.Adverb);
            if (!isPassive && (spoken.Is(term.End - 1, PartOfSpeech.Name) || spoken.Lower(term.First - 1) is "a" or "an" || spoken.Is(NounPhrases.At(spoken, told.First).End - 1, PartOfSpeech.Name)))
                return null;
            var isMany = spoken.Is(NounPhrases.At(spoken, told.First).End - 1, PartOfSpeech.Plural);
            var text = spoken.Small(told);
            return new CardIdea(CardKind.Definition, $"What {(isMany ? "are" : "is")} {text} called?", spoken.Parsed.Slice(term.First, term.End), index, Worth)
            {
                Fault = references.AreClear(spoken, told) ? null : CardFault.UnresolvedReference,
            };
        }

        return null;
    }

    private static Span TermAt(TaggedSentence sentence, int word)
    {
        var first = (sentence.Lower(word), sentence.Lower(word + 1)) switch
        {
            ("called" or "termed", _) => word + 1,
            ("known", "as") => word + 2,
            ("referred", "to") when sentence.Lower(word + 2) is "as" => word + 3,
            _ => -1,
        };
        if (first < 0)
            return default;
        var phrase = NounPhrases.At(sentence, first);
        return sentence.Lower(first) is "a" or "an" or "the" && !phrase.IsEmpty ? phrase with { First = first + 1 } : phrase;
    }

    private static bool IsTerm(TaggedSentence sentence, Span term) =>
        term.Length <= MostTermWords && !SpokenWords.For("en").Contains(sentence.Lower(term.End - 1)) && !References.Empty.Contains(sentence.Lower(term.End - 1))
        && !sentence.Is(term.First, PartOfSpeech.Determiner) && !sentence.Is(term.First, PartOfSpeech.Possessive) && sentence.Lower(term.First).Length > 1;

    // "The rate at which … is called", "there's a relationship between … called".
    private static Span Told(TaggedSentence sentence, int word)
    {
        var end = word;
        while (end > 0 && sentence.Is(end - 1, PartOfSpeech.Adverb))
            end--;
        if (end > 0 && sentence.Is(end - 1, PartOfSpeech.Be))
            end--;
        var first = end - 1;
        var best = default(Span);
        for (; first >= 0 && end - first <= MostToldWords; first--)
        {
            if (first < end - 1 && !sentence.Touches(first + 1))
                break;
            if (NounPhrases.At(sentence, first) is not { IsEmpty: false } phrase || phrase.End > end)
                continue;
            var opens = first == 0 || !sentence.Touches(first) || sentence[first - 1] is PartOfSpeech.Be or PartOfSpeech.Subordinator or PartOfSpeech.Conjunction
                or PartOfSpeech.Verb or PartOfSpeech.ThirdPerson or PartOfSpeech.Past or PartOfSpeech.Have;
            if (opens && Reaches(sentence, first, end))
                best = new Span(first, end);
        }

        return best;
    }

    // No finite verb without its "that" or "which" may stand between the noun and its name.
    private static bool Reaches(TaggedSentence sentence, int first, int end)
    {
        var mayHaveVerb = false;
        for (var word = first; word < end; word++)
        {
            mayHaveVerb |= sentence.Is(word, PartOfSpeech.Subordinator) && word > first;
            if (!mayHaveVerb && sentence[word] is PartOfSpeech.Be or PartOfSpeech.Modal or PartOfSpeech.ThirdPerson or PartOfSpeech.Past or PartOfSpeech.Have)
                return false;
        }

        return true;
    }

    private static bool Shares(TaggedSentence sentence, Span told, Span term)
    {
        var stem = TermFrequency.Stem(sentence.Lower(term.End - 1), "en");
        return Enumerable.Range(told.First, told.Length).Any(word => string.Equals(TermFrequency.Stem(sentence.Lower(word), "en"), stem, StringComparison.Ordinal));
    }
}
