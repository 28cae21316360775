using System.Collections.Frozen;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Tells what kind of thing a noun phrase names.</summary>
internal static class AnswerKinds
{
    private static readonly FrozenSet<string> Titles =
        "mr mrs ms dr professor president king queen emperor pope general senator sir lord lady saint st captain judge justice prince princess".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is a title that is never said without a name.</summary>
    public static bool IsBareTitle(string lower) => lower is "mr" or "mrs" or "ms" or "dr";

    /// <summary>Whether a word is a title that stands before a name.</summary>
    public static bool IsTitle(string lower) => Titles.Contains(lower);

    /// <summary>Returns the kind of a noun phrase.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="phrase">A phrase in it, without attachments or with them.</param>
    public static AnswerKind Of(TaggedSentence sentence, Span phrase)
    {
        var head = NounPhrases.At(sentence, phrase.First) is { IsEmpty: false } inner && inner.End <= phrase.End ? inner.End - 1 : phrase.End - 1;
        var lower = sentence.Lower(head);
        if (IsYear(lower))
            return AnswerKind.Year;
        if (Enumerable.Range(phrase.First, head - phrase.First + 1).Any(word => sentence.Is(word, PartOfSpeech.Number)))
            return AnswerKind.Number;
        if (lower is "people" or "somebody" or "someone")
            return AnswerKind.Person;
        // "Went into exile": a person would have an article.
        if (phrase.Length == 1 && sentence.Is(head, PartOfSpeech.Noun))
            return AnswerKind.Term;
        if (EnglishLexicon.Find(lower) is null && (lower.EndsWith("ist", StringComparison.Ordinal) || lower.EndsWith("er", StringComparison.Ordinal) || lower.EndsWith("ian", StringComparison.Ordinal)) && !sentence.Is(head, PartOfSpeech.Name))
            return AnswerKind.Person;
        var entry = EnglishLexicon.Find(lower);
        if (!sentence.Is(head, PartOfSpeech.Name))
            return entry is { Kind: NounKind.Person, IsName: false } || (entry is null && EnglishLexicon.Find(WordForms.Singular(lower) ?? lower) is { Kind: NounKind.Person }) ? AnswerKind.Person : AnswerKind.Term;
        if (sentence.IsPerson(head))
            return AnswerKind.Person;
        if (entry is { IsName: true, Kind: NounKind.Location } or { Kind: NounKind.Location })
            return AnswerKind.Place;
        if (entry is { IsName: true, Kind: NounKind.Person } || Titles.Contains(sentence.Lower(phrase.First)))
            return AnswerKind.Person;
        return AnswerKind.Name;
    }

    /// <summary>Returns the word that a gap hints with; empty where its first letters do better.</summary>
    public static string Hint(AnswerKind kind) => kind switch
    {
        AnswerKind.Year => "year",
        AnswerKind.Number => "number",
        _ => string.Empty,
    };

    private static bool IsYear(string word) => word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsDigit);
}
