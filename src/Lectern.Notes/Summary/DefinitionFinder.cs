using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Finds definitions by the words that English speakers define with.</summary>
/// <remarks>
/// Lexical patterns after M. Hearst, "Automatic acquisition of hyponyms from large text corpora" (1992), and S. Muresan and J. Klavans,
/// "A method for automatically building and evaluating dictionary resources" (2002): "X is a …", "… is called X", "X means …".
/// </remarks>
public static class DefinitionFinder
{
    private const int MaxTermWords = 4;
    private const int FewMeaningWords = 3;
    private const int MaxMeaningWords = 15;

    private static readonly FrozenSet<string> Be = Words("is are was were");
    private static readonly FrozenSet<string> Articles = Words("a an the");
    private static readonly FrozenSet<string> Adverbs = Words("often also sometimes usually commonly generally what now then simply");
    private static readonly FrozenSet<string> Naming = Words("called named termed");
    private static readonly FrozenSet<string> MeaningVerbs = Words("means denotes");

    private static readonly FrozenSet<string> Pronouns = Words(
        "i me my we us our you your he him his she her it its they them their this that these those here there what which who someone something");

    private static readonly FrozenSet<string> PersonPronouns = Words("i me my we us our you your he him his she her they them this these those");

    // "X is a very …" and "X is the same …" say how X is, not what it is.
    private static readonly FrozenSet<string> NoKind = Words(
        "very really quite lot little bit good bad great big small same case first second third next last most only question problem matter " +
        "thing reason one way more much nice pretty few couple different following result answer point fact idea example");

    private static readonly FrozenSet<string> ClauseOpeners = Words("which because so but and where when while although if unless since or");

    /// <summary>Returns the definitions of a lecture in order, at most one a sentence.</summary>
    /// <param name="sentences">The sentences in order.</param>
    /// <param name="language">A BCP 47 tag; a language other than English has none.</param>
    public static IReadOnlyList<Definition> Find(IReadOnlyList<Sentence> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (!LanguageTag.IsEnglish(language))
            return [];

        var definitions = new List<Definition>();
        for (var index = 0; index < sentences.Count; index++)
        {
            var sentence = new ParsedSentence(Prose.Tidy(sentences[index].Text, language));
            if (sentence.IsQuestion || sentence.Count < FewMeaningWords + 2)
                continue;
            if ((Called(sentence, index) ?? Means(sentence, index) ?? IsA(sentence, index)) is { } definition)
                definitions.Add(definition);
        }

        return definitions;
    }

    // "The rate at which voltage changes is called the slew rate."
    private static Definition? Called(ParsedSentence sentence, int index)
    {
        for (var verb = 1; verb < sentence.Count - 1; verb++)
        {
            var after = AfterNaming(sentence, verb);
            if (after < 0 || after >= sentence.Count)
                continue;
            var be = verb - 1;
            while (be > 0 && Adverbs.Contains(sentence.Lower[be]))
                be--;
            if (!Be.Contains(sentence.Lower[be]) || sentence.NextBreak(1) <= be)
                continue;
            var end = Math.Min(sentence.NextBreak(after + 1), after + MaxTermWords + 1);
            var stop = sentence.IndexOfAny(ClauseOpeners, after + 1, end);
            return Make(sentence, index, (after, stop < 0 ? end : stop), (0, be), strength: 1);
        }

        return null;
    }

    private static int AfterNaming(ParsedSentence sentence, int verb)
    {
        if (Naming.Contains(sentence.Lower[verb]))
            return verb + 1;
        var rest = string.Join(' ', sentence.Lower.Skip(verb).Take(3));
        if (rest.StartsWith("known as ", StringComparison.Ordinal))
            return verb + 2;
        return string.Equals(rest, "referred to as", StringComparison.Ordinal) ? verb + 3 : -1;
    }

    // "Entropy means …", "Osmosis refers to …", "Work is defined as …".
    private static Definition? Means(ParsedSentence sentence, int index)
    {
        for (var verb = 1; verb < Math.Min(sentence.Count, MaxTermWords + 2); verb++)
        {
            var length = MeaningVerbs.Contains(sentence.Lower[verb]) ? 1
                : string.Join(' ', sentence.Lower.Skip(verb).Take(3)) is "is defined as" or "are defined as" ? 3
                : string.Join(' ', sentence.Lower.Skip(verb).Take(2)) is "refers to" ? 2
                : 0;
            if (length > 0 && sentence.NextBreak(1) > verb + length - 1)
                return Make(sentence, index, (0, verb), (verb + length, MeaningEnd(sentence, verb + length)), strength: 1);
        }

        return null;
    }

    // "Osmosis is the movement of water …".
    private static Definition? IsA(ParsedSentence sentence, int index)
    {
        var be = sentence.IndexOfAny(Be, 1, MaxTermWords + 2);
        if (be < 0 || be + 2 >= sentence.Count || sentence.NextBreak(1) <= be + 1)
            return null;
        if (!Articles.Contains(sentence.Lower[be + 1]) || NoKind.Contains(sentence.Lower[be + 2]))
            return null;
        var strength = sentence.Lower[be + 1] is "the" ? 0.6 : 0.8;
        if (sentence.Lower[0] is "the")
            strength *= 0.7;
        return Make(sentence, index, (0, be), (be + 1, MeaningEnd(sentence, be + 1)), strength);
    }

    // A meaning ends with its clause: at a conjunction or at punctuation once it has said enough, else with the sentence.
    private static int MeaningEnd(ParsedSentence sentence, int start)
    {
        for (var end = start + FewMeaningWords; end < sentence.Count; end++)
        {
            var isBreak = sentence.HasBreakBefore(end) && end > start + FewMeaningWords;
            if (isBreak || (ClauseOpeners.Contains(sentence.Lower[end]) && sentence.Lower[end] is not ("or" or "and")))
                return end;
        }

        return sentence.Count;
    }

    private static Definition? Make(ParsedSentence sentence, int index, (int First, int End) term, (int First, int End) meaning, double strength)
    {
        var hasArticle = term.First < term.End && Articles.Contains(sentence.Lower[term.First]);
        var first = hasArticle ? term.First + 1 : term.First;
        var words = meaning.End - meaning.First;
        if (!IsTerm(sentence, first, term.End) || words < FewMeaningWords || words > MaxMeaningWords)
            return null;
        if (sentence.IndexOfAny(Pronouns, meaning.First, meaning.First + 2) >= 0
            || sentence.IndexOfAny(PersonPronouns, meaning.First, meaning.End) >= 0)
        {
            return null;
        }

        var be = sentence.IndexOfAny(Be, 0, sentence.Count);
        return new Definition
        {
            Article = hasArticle ? sentence.Lower[term.First] : string.Empty,
            Term = sentence.SmallSlice(first, term.End),
            Meaning = sentence.SmallSlice(meaning.First, meaning.End),
            Sentence = index,
            IsPlural = be >= 0 && sentence.Lower[be] is "are" or "were" && meaning.First > term.First,
            Strength = strength,
        };
    }

    private static bool IsTerm(ParsedSentence sentence, int first, int end)
    {
        if (end <= first || end - first > MaxTermWords)
            return false;
        var stopWords = StopWords.For("en");
        var spoken = SpokenWords.For("en");
        for (var word = first; word < end; word++)
        {
            var lower = sentence.Lower[word];
            var isLink = lower is "of" && word > first && word < end - 1;
            if ((stopWords.Contains(lower) && !isLink) || lower.EndsWith("ly", StringComparison.Ordinal))
                return false;
        }

        return !spoken.Contains(sentence.Lower[end - 1]) && !sentence.Words[end - 1].HasDigit && sentence.Lower[end - 1].Length > 1;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
