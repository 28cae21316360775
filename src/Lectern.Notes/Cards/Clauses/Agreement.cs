using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Tells whether a subject and its verb agree in number; where they do not, the sentence was read wrongly.</summary>
internal static class Agreement
{
    /// <summary>Whether they agree, or may.</summary>
    public static bool Holds(TaggedSentence sentence, Span subject, VerbGroup verb)
    {
        var phrase = NounPhrases.At(sentence, subject.First);
        var head = phrase.End - 1;
        if (phrase.IsEmpty || IsOfAny(sentence, phrase) || sentence.Is(subject.First, PartOfSpeech.Number) || Enumerable.Range(subject.First, subject.Length).Any(word => sentence.Is(word, PartOfSpeech.Conjunction)))
            return true;
        var finite = verb.Auxiliary >= 0 ? verb.Auxiliary : verb.Main;
        var isMany = sentence.Lower(finite) is "are" or "were" or "have" or "do" or "aren't" or "weren't" or "haven't" or "don't" || (verb.Auxiliary < 0 && sentence.Is(finite, PartOfSpeech.Verb));
        var isOne = sentence.Lower(finite) is "is" or "was" or "has" or "does" or "isn't" or "wasn't" or "hasn't" or "doesn't" || sentence.Is(finite, PartOfSpeech.ThirdPerson);
        return !(sentence.Is(head, PartOfSpeech.Noun) && isMany && !IsCollective(sentence.Lower(head))) && !(sentence.Is(head, PartOfSpeech.Plural) && isOne && !IsScience(sentence.Lower(head)));
    }

    // "A number of people are", "most of the wall is".
    private static bool IsOfAny(TaggedSentence sentence, Span phrase) =>
        sentence.Lower(phrase.End) is "of" && sentence.Lower(phrase.End - 1) is "number" or "lot" or "lots" or "majority" or "half" or "rest" or "part" or "series" or "variety" or "couple" or "bunch" or "minority";

    private static bool IsCollective(string noun) => noun is "people" or "police" or "folk" or "majority" or "minority";

    private static bool IsScience(string noun) => noun.EndsWith("ics", StringComparison.Ordinal) || noun is "news" or "series" or "means" or "species" or "rabies" or "measles" or "works";
}
