using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Reads what stands beside a name: "Zdenek Herman, the head of the institute, …" says that Zdenek Herman is the head of the institute.</summary>
/// <remarks>Persons only: beside other names stand lists, quotations and second thoughts as often as explanations.</remarks>
internal static class Appositions
{
    private const int FewestWords = 3;
    private const int MostWords = 12;

    /// <summary>Returns a sentence for each name that a noun phrase explains.</summary>
    public static IEnumerable<string> Of(TaggedSentence sentence)
    {
        foreach (var name in NounPhrases.All(sentence, new Span(0, sentence.Count)))
        {
            var first = name.End;
            if (!IsName(sentence, name) || first >= sentence.Count || sentence.BreakBefore(first) is not "," || sentence.Lower(first) is not ("a" or "an" or "the"))
                continue;
            var end = End(sentence, first);
            var kind = NounPhrases.At(sentence, first);
            if (end - first is < FewestWords or > MostWords || sentence.Is(kind.End - 1, PartOfSpeech.Plural) || AnswerKinds.Of(sentence, kind) != AnswerKind.Person)
                continue;
            var isPast = Enumerable.Range(0, sentence.Count).Any(word => sentence.Is(word, PartOfSpeech.Past) || sentence.Lower(word) is "was" or "were" or "had");
            yield return $"{sentence.Parsed.Slice(name.First, name.End)} {(isPast ? "was" : "is")} {sentence.Parsed.Slice(first, end)}.";
        }
    }

    private static bool IsName(TaggedSentence sentence, Span name) =>
        Enumerable.Range(name.First, name.Length).All(word => sentence.Is(word, PartOfSpeech.Name)) && char.IsUpper(sentence.Parsed.Words[name.First].Text[0])
        && (name.First == 0 || (sentence.Touches(name.First) && sentence.Lower(name.First - 1) is not ("and" or "or")));

    // The phrase with its "of", "in" and the like, up to the comma or the point behind it; nothing where a list goes on.
    private static int End(TaggedSentence sentence, int first)
    {
        var end = NounPhrases.At(sentence, first).End;
        while (end > first && sentence.Touches(end) && sentence.Is(end, PartOfSpeech.Preposition) && NounPhrases.At(sentence, end + 1) is { IsEmpty: false } attached)
            end = attached.End;
        if (end <= first || (end < sentence.Count && sentence.BreakBefore(end).Length == 0))
            return first;
        var next = sentence.Lower(end);
        return next is "and" or "or" || (end < sentence.Count && sentence.Is(end, PartOfSpeech.Determiner)) ? first : end;
    }
}
