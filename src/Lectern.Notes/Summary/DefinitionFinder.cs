using System.Collections.Frozen;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary.Compression;
using Lectern.Notes.Words;

namespace Lectern.Notes.Summary;

/// <summary>Finds definitions by the words that English speakers define with.</summary>
/// <remarks>
/// Lexical patterns after M. Hearst, "Automatic acquisition of hyponyms from large text corpora" (1992), and S. Muresan and J. Klavans,
/// "A method for automatically building and evaluating dictionary resources" (2002): "X is a …", "… is called X", "X means …"; the term must
/// be a noun phrase by its parts of speech.
/// </remarks>
public static class DefinitionFinder
{
    private const int MaxTermWords = 4;
    private const int FewMeaningWords = 3;
    private const int MaxMeaningWords = 15;

    private static readonly FrozenSet<string> Articles = Words("a an the");
    private static readonly FrozenSet<string> Naming = Words("called termed");

    private static readonly FrozenSet<string> Persons = Words("i me my we us our you your he him his she her they them this these those here");

    private static readonly FrozenSet<string> BadOpening = Words("it its that their what which who someone something there one ones other such another some any when where how why if");

    // "X is a very …" and "X is the same …" say how X is, not what it is.
    private static readonly FrozenSet<string> NoKind = Words(
        "very really quite lot little bit good bad great big small same case first second third next last most only matter one more much nice pretty few " +
        "couple different following right wrong kind sort type form");

    private static readonly FrozenSet<string> ClauseOpeners = Words("which because so but where when while although if unless since");

    /// <summary>Returns the definitions of a lecture in order, at most one a sentence.</summary>
    /// <param name="sentences">The sentences in order.</param>
    /// <param name="language">A BCP 47 tag; a language other than English has none.</param>
    public static IReadOnlyList<Definition> Find(IReadOnlyList<Sentence> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return LanguageTag.IsEnglish(language) ? Find(new TaggedLecture(sentences)) : [];
    }

    /// <summary>Returns the definitions of an English lecture in order, at most one a sentence.</summary>
    internal static IReadOnlyList<Definition> Find(TaggedLecture lecture)
    {
        var definitions = new List<Definition>();
        for (var index = 0; index < lecture.Sentences.Count; index++)
        {
            var sentence = lecture.Tag(Prose.Tidy(Interruptions.Remove(lecture.Sentences[index].Text), "en"));
            if (sentence.Parsed.IsQuestion || sentence.Count < FewMeaningWords + 2)
                continue;
            if ((Called(sentence, index) ?? Means(sentence, index) ?? IsA(sentence, index)) is { } definition)
                definitions.Add(definition);
        }

        return definitions;
    }

    // "The rate at which voltage changes is called the slew rate."
    private static Definition? Called(TaggedSentence sentence, int index)
    {
        for (var word = 1; word < sentence.Count - 1; word++)
        {
            var term = NamedAt(sentence, word);
            if (term < 0)
                continue;
            var be = word - 1;
            while (be > 0 && sentence.Is(be, PartOfSpeech.Adverb))
                be--;
            if (!sentence.Is(be, PartOfSpeech.Be) || sentence.Parsed.NextBreak(1) < be || sentence.Lower(be) is not ("is" or "are" or "was" or "were"))
                continue;
            var phrase = NounPhrases.At(sentence, term);
            var opensWithNoun = !NounPhrases.At(sentence, 0).IsEmpty || sentence.Is(0, PartOfSpeech.Gerund);
            return opensWithNoun ? Make(sentence, index, phrase, new Span(0, be), strength: 1) : null;
        }

        return null;
    }

    private static int NamedAt(TaggedSentence sentence, int word)
    {
        if (Naming.Contains(sentence.Lower(word)))
            return word + 1;
        return (sentence.Lower(word), sentence.Lower(word + 1)) switch
        {
            ("known", "as") => word + 2,
            ("referred", "to") when sentence.Lower(word + 2) is "as" => word + 3,
            _ => -1,
        };
    }

    // "Entropy means …", "Osmosis refers to …", "Work is defined as …".
    private static Definition? Means(TaggedSentence sentence, int index)
    {
        var term = NounPhrases.At(sentence, 0);
        var length = (sentence.Lower(term.End), sentence.Lower(term.End + 1), sentence.Lower(term.End + 2)) switch
        {
            ("means" or "denotes", not ("that" or "to"), _) => 1,
            ("refers", "to", _) or ("stands" or "stand", "for", _) => 2,
            ("is" or "are", "defined", "as") => 3,
            _ => 0,
        };
        if (term.IsEmpty || length == 0)
            return null;
        var start = term.End + length;
        var definition = Make(sentence, index, term, new Span(start, MeaningEnd(sentence, start)), strength: 1);
        return sentence.Lower(term.End) is "means" or "denotes" or "stands" && definition is not null ? definition with { IsOfWord = true } : definition;
    }

    // "Osmosis is the movement of water …".
    private static Definition? IsA(TaggedSentence sentence, int index)
    {
        var term = NounPhrases.At(sentence, 0);
        var be = term.End;
        if (term.IsEmpty || sentence.Lower(be) is not ("is" or "are" or "was" or "were") || !Articles.Contains(sentence.Lower(be + 1)) || NoKind.Contains(sentence.Lower(be + 2)))
            return null;
        var kind = NounPhrases.At(sentence, be + 1);
        if (kind.IsEmpty || References.Empty.Contains(sentence.Lower(kind.End - 1)))
            return null;
        var strength = sentence.Lower(be + 1) is "the" ? 0.6 : 0.8;
        if (sentence.Lower(0) is "the")
            strength *= 0.7;
        return Make(sentence, index, term, new Span(be + 1, MeaningEnd(sentence, be + 1)), strength);
    }

    // A meaning ends with its clause: at a conjunction or at punctuation once it has said enough, else with the sentence.
    private static int MeaningEnd(TaggedSentence sentence, int start)
    {
        var end = start + FewMeaningWords;
        while (end < sentence.Count && !(sentence.BreakBefore(end).Length > 0 && end > start + FewMeaningWords) && (!ClauseOpeners.Contains(sentence.Lower(end)) || sentence.Is(end - 1, PartOfSpeech.Preposition)))
            end++;
        while (end > start && end <= sentence.Count && sentence[end - 1] is PartOfSpeech.Conjunction or PartOfSpeech.Determiner or PartOfSpeech.Preposition or PartOfSpeech.Subordinator)
            end--;
        return Math.Min(end, sentence.Count);
    }

    private static Definition? Make(TaggedSentence sentence, int index, Span term, Span meaning, double strength)
    {
        var hasArticle = !term.IsEmpty && Articles.Contains(sentence.Lower(term.First));
        var bare = hasArticle ? term with { First = term.First + 1 } : term;
        if (!IsTerm(sentence, bare) || meaning.Length is < FewMeaningWords or > MaxMeaningWords)
            return null;
        if (BadOpening.Contains(sentence.Lower(meaning.First)) || Enumerable.Range(meaning.First, meaning.Length).Any(word => Persons.Contains(sentence.Lower(word))))
            return null;
        return new Definition
        {
            Article = hasArticle ? sentence.Lower(term.First) : string.Empty,
            Term = sentence.Small(bare),
            Meaning = sentence.Small(meaning),
            Sentence = index,
            IsPlural = sentence.Is(bare.End - 1, PartOfSpeech.Plural),
            Strength = strength,
        };
    }

    private static bool IsTerm(TaggedSentence sentence, Span term)
    {
        if (term.IsEmpty || term.Length > MaxTermWords)
            return false;
        var head = term.End - 1;
        var isPlain = Enumerable.Range(term.First, term.Length).All(word => !StopWords.For("en").Contains(sentence.Lower(word)) && !sentence.Is(word, PartOfSpeech.Possessive));
        return isPlain && !SpokenWords.For("en").Contains(sentence.Lower(head)) && !sentence.Is(head, PartOfSpeech.Number) && sentence.Lower(head).Length > 1;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
