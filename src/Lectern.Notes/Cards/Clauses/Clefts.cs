namespace Lectern.Notes.Cards.Clauses;

/// <summary>Says a cleft sentence straight: "what drives the story is love" says that love drives the story, "what Marx wanted was change" that Marx wanted change.</summary>
internal static class Clefts
{
    private const int MostAfterVerb = 6;

    /// <summary>Returns the plain sentence, or null where none is cleft.</summary>
    public static string? Straight(TaggedSentence sentence)
    {
        if (sentence.Lower(0) is "it")
            return ItCleft(sentence);
        if (sentence.Lower(0) is not "what" || sentence.Count < 5)
            return null;
        var inner = VerbGroups.At(sentence, 1);
        var subject = inner is null ? NounPhrases.Extended(sentence, 1, isSubject: true) : default;
        var verb = inner ?? (subject.IsEmpty ? null : VerbGroups.At(sentence, subject.End));
        if (verb is not { IsCopula: false } done)
            return null;
        var be = done.Words.End;
        while (be < sentence.Count && sentence.Touches(be) && sentence.Lower(be) is not ("is" or "was" or "are" or "were"))
            be++;
        var told = NounPhrases.Extended(sentence, be + 1);
        if (be >= sentence.Count || told.IsEmpty || !sentence.Touches(be) || be - done.Words.End > MostAfterVerb)
            return null;
        var end = ClauseEnd.After(sentence, new VerbGroup(new Span(be, be + 1), be, be, IsPassive: false, IsNegative: false));
        if (end > sentence.Count)
            return null;
        var (answer, rest) = (sentence.Parsed.Slice(be + 1, end), sentence.Parsed.Slice(done.Words.First, be));
        return Summary.Prose.Capitalise(inner is null ? $"{sentence.Parsed.Slice(subject.First, be)} {answer}." : $"{answer} {rest}.");
    }

    // "It was Virgil who wrote the Aeneid": Virgil wrote it.
    private static string? ItCleft(TaggedSentence sentence)
    {
        if (sentence.Lower(1) is not ("is" or "was"))
            return null;
        var told = NounPhrases.Extended(sentence, 2);
        if (told.IsEmpty || sentence.Lower(told.End) is not ("who" or "that") || VerbGroups.At(sentence, told.End + 1) is not { } verb || ClauseEnd.After(sentence, verb) is var end && end > sentence.Count)
            return null;
        return Summary.Prose.Capitalise($"{sentence.Parsed.Slice(told.First, told.End)} {sentence.Parsed.Slice(told.End + 1, end)}.");
    }
}
