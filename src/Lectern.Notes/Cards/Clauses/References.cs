using System.Collections.Frozen;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Tells whether what a statement speaks of is understood by who has not heard the lecture.</summary>
/// <param name="nouns">What the lecture names.</param>
internal sealed class References(LectureNouns nouns)
{
    private static readonly FrozenSet<string> Pointers = Words("this that these those such another other others both either neither same certain");
    private static readonly FrozenSet<string> Owners = Words("my our your his her whose");

    private static readonly FrozenSet<string> Loose = Words(
        "other another same former latter next previous following above first second third last only given whole entire new old main big little small " +
        "two three four five six seven different particular certain basic similar opposite more such right left wrong upper lower simple early late recent " +
        "real actual great good bad long short obvious usual correct initial final original important interesting famous few various");

    // What there is one of for everybody: the "larger situation use" of J. Hawkins, "Definiteness and indefiniteness" (1978).
    private static readonly FrozenSet<string> Sole = Words(
        "sun moon earth sky sea ocean world universe planet atmosphere air ground brain heart body blood mind skin stomach liver eye hand night day morning evening " +
        "week year past present future weather climate environment economy state law church public press internet web enemy soul self family sexes");

    /// <summary>Words that name nothing in particular.</summary>
    public static readonly FrozenSet<string> Empty = Words(
        "thing things way ways point points case cases fact facts idea ideas question questions answer answers problem problems reason reasons example " +
        "examples place places time times kind kinds sort sorts part parts side sides bit lot lots people person guy guys somebody matter issue issues " +
        "stuff word words number numbers sense course one ones others story stories line lines something anything everything nothing someone anyone " +
        "everyone other passage chapter page lecture class slide set group list result results picture figure topic notion " +
        "difference aspect respect moment day today tomorrow yesterday hand end beginning middle rest top bottom instance purpose attempt " +
        "excess remainder majority minority amount subject subjects term terms expression name names phrase piece pieces start account argument claim quotation quote text book");

    /// <summary>Whether an adjective tells one thing from another only where both are known ("the second", "similar").</summary>
    public static bool IsLoose(string lower) => Loose.Contains(lower);

    /// <summary>Whether every noun phrase of a span is understood by itself.</summary>
    public bool AreClear(TaggedSentence sentence, Span span) =>
        !HasLooseWord(sentence, span) && NounPhrases.All(sentence, span).All(phrase => IsClear(sentence, phrase));

    /// <summary>Whether a noun phrase is understood by itself.</summary>
    private bool IsClear(TaggedSentence sentence, Span phrase)
    {
        var first = sentence.Lower(phrase.First);
        var head = sentence.Lower(phrase.End - 1);
        if (phrase.Length == 1 && first is "one")
            return true;
        if (Owners.Contains(first) && first is "his" or "her")
            return Enumerable.Range(0, phrase.First).Any(word => sentence.Is(word, PartOfSpeech.Name));
        if (first is "those" && sentence.Lower(phrase.End) is "who" or "which" or "that" or "of" or "in")
            return true;
        if (Pointers.Contains(first) || Owners.Contains(first) || head is "one" or "ones" or "other" or "others")
            return false;
        if (first is "its" or "their")
            return phrase.First > 1;
        // "A second measure": of which, and which was the first?
        if (first is "a" or "an" && phrase.Length > 2 && sentence.Lower(phrase.First + 1) is "second" or "third" or "fourth" or "fifth" or "similar" or "different")
            return false;
        if (first is not "the")
            return !(phrase.Length > 1 && first is "all" && sentence.Lower(phrase.First + 1) is "the");
        if (IsAttached(sentence, phrase))
            return !(phrase.Length > 1 && sentence.Lower(phrase.First + 1) is "other" or "same" or "following" or "latter" or "former" or "next" or "previous");
        var modifiers = Enumerable.Range(phrase.First + 1, phrase.Length - 1).ToArray();
        // "The Laws", "the Spanish fleet", "the seventeenth century".
        if (modifiers.Any(word => sentence.Is(word, PartOfSpeech.Name) || sentence.Parsed.Words[word].IsCapitalised) || (phrase.Length > 2 && head is "century" or "centuries"))
            return true;
        if (phrase.Length == 2)
            return (Sole.Contains(head) || nouns.IsUnique(head)) && !Empty.Contains(head);
        // "The inventor of the flowing afterglow": which one is told by its inventor.
        var isOwned = phrase.First > 1 && sentence.Lower(phrase.First - 1) is "of" && sentence.IsNominal(phrase.First - 2);
        return (isOwned || nouns.IsOften(sentence.Parsed.Lower.Skip(phrase.First + 1).Take(phrase.Length - 1))) && !Empty.Contains(head) && !Enumerable.Range(phrase.First + 1, phrase.Length - 2).Any(word => Loose.Contains(sentence.Lower(word)));
    }

    // "The movement of water", "the people who came" say themselves which.
    private static bool IsAttached(TaggedSentence sentence, Span phrase)
    {
        var next = phrase.End;
        return sentence.Touches(next)
            && (sentence.Lower(next) is "of" or "between" or "that" or "which" or "who" or "where" or "whose" or "for"
                || sentence.Is(next, PartOfSpeech.Participle));
    }

    // "Here", "today", "as follows".
    private static bool HasLooseWord(TaggedSentence sentence, Span span) =>
        Enumerable.Range(span.First, span.Length).Any(word => sentence.Lower(word) is "here" || (word > 0 && sentence.Lower(word) is "there")
            || sentence.Lower(word) is "today" or "tonight" or "yesterday" or "tomorrow"
            or "this" or "these" or "so" or "else" or "further" or "above" or "again" or "now" or "then"
            || (sentence.Lower(word) is "earlier" or "later" or "previously" or "before" && (word + 1 == sentence.Count || sentence.Lower(word + 1) is "on" || !sentence.Touches(word + 1)))
            || (sentence.Lower(word) is "such" && sentence.Lower(word + 1) is not "as"));

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
