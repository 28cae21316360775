using System.Collections.Frozen;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Finds the phrases that may be terms of a lecture and ranks them.</summary>
/// <remarks>
/// Candidates are runs of content words, as in RAKE (S. Rose et al., 2010), in English also joined by "of". A single word that mostly
/// stands before another content word is an adjective more likely than a term, one that often follows "to", a pronoun or a modal verb is a
/// verb, and both count less. The rank is the C-value of K. Frantzi, S. Ananiadou and
/// H. Mima, "Automatic recognition of multi-word terms" (2000), with log2(words + 1) in place of log2(words) so that single words count.
/// </remarks>
public static class PhraseFinder
{
    private const int MaxWords = 4;
    private const double NameFactor = 1.3;
    private const double AdjectiveFactor = 0.3;
    private const double ModifierShare = 0.5;
    private const double VerbFactor = 0.1;
    private const double VerbShare = 0.4;

    private static readonly FrozenSet<string> BeforeVerbs =
        "to i you we they he she it who will would can could should must may might don't doesn't didn't not let's".Split(' ').ToFrozenSet(StringComparer.Ordinal);


    private static readonly string[] AdjectiveEndings = ["ous", "ful", "less", "able", "ible", "ed", "est", "ish", "ary", "cal", "nal"];

    /// <summary>Returns the phrases of a lecture, the most term-like first.</summary>
    /// <param name="sentences">The sentences in order.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static IReadOnlyList<Phrase> Find(IReadOnlyList<Sentence> sentences, TermFrequency terms, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(terms);

        var spoken = SpokenWords.For(language);
        var found = new Dictionary<string, List<Use>>(StringComparer.Ordinal);
        for (var index = 0; index < sentences.Count; index++)
        {
            var sentence = new ParsedSentence(sentences[index].Text);
            var isTermWord = sentence.Words.Select(word => IsTermWord(word, terms, spoken, language)).ToArray();
            AddRuns(sentence, index, isTermWord, language, found);
        }

        var nested = CountNested(found);
        return
        [
            .. found
                .Select(entry => ToPhrase(entry.Key, entry.Value, nested.GetValueOrDefault(entry.Key), language))
                .OrderByDescending(phrase => phrase.TermHood)
                .ThenBy(phrase => phrase.Uses[0].Sentence)
                .ThenBy(phrase => phrase.Uses[0].Start)
                .ThenBy(phrase => phrase.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Returns the phrases that could name something: in English those that are nouns where they are used, elsewhere all.</summary>
    /// <param name="phrases">The phrases of a lecture.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static IReadOnlyList<Phrase> Nouns(IReadOnlyList<Phrase> phrases, IReadOnlyList<Sentence> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(sentences);
        return LanguageTag.IsEnglish(language) ? Nouns(phrases, new TaggedLecture(sentences)) : phrases;
    }

    /// <summary>Returns the phrases of an English lecture that are nouns where they are used.</summary>
    internal static IReadOnlyList<Phrase> Nouns(IReadOnlyList<Phrase> phrases, TaggedLecture lecture)
    {
        var tags = new TermTags(lecture);
        return [.. phrases.Where(tags.IsNoun)];
    }

    private static bool IsTermWord(Word word, TermFrequency terms, IReadOnlySet<string> spoken, string language)
    {
        var lower = word.Lower;
        if (terms.IsFunctionWord(lower) || !lower.Any(char.IsLetter) && !char.IsSurrogate(lower[0]))
            return false;
        if (spoken.Contains(lower) || (lower.Length < 2 && !Scripts.IsUnspaced(lower[0])))
            return false;
        return !LanguageTag.IsEnglish(language) || !(lower.EndsWith("ly", StringComparison.Ordinal) || IsContraction(lower));
    }

    private static bool IsContraction(string lower) =>
        lower.Contains('\'', StringComparison.Ordinal) && !lower.EndsWith("'s", StringComparison.Ordinal);

    private static void AddRuns(ParsedSentence sentence, int index, bool[] isTermWord, string language, Dictionary<string, List<Use>> found)
    {
        for (var first = 0; first < sentence.Count; first++)
        {
            var key = string.Empty;
            var words = 0;
            for (var last = first; last < sentence.Count && words < MaxWords; last++)
            {
                if (last > first && !Touches(sentence, last))
                    break;
                var isLink = IsLink(sentence, last, isTermWord, language);
                if (last == first ? !isTermWord[last] : !(isTermWord[last] || isLink))
                    break;
                var stem = TermFrequency.Stem(sentence.Lower[last], language);
                key = last == first ? stem : key + " " + stem;
                words += isLink ? 0 : 1;
                if (key.Length < 2 || isLink)
                    continue;
                if (!found.TryGetValue(key, out var uses))
                    found.Add(key, uses = []);
                var isModifier = last + 1 < sentence.Count && isTermWord[last + 1] && Touches(sentence, last + 1);
                uses.Add(ToUse(sentence, index, (first, last), words, isModifier));
            }
        }
    }

    // "Division of labour" is one term.
    private static bool IsLink(ParsedSentence sentence, int word, bool[] isTermWord, string language) =>
        LanguageTag.IsEnglish(language) && sentence.Lower[word] is "of" && word > 0 && word + 1 < sentence.Count
        && isTermWord[word - 1] && isTermWord[word + 1];

    private static bool Touches(ParsedSentence sentence, int word) =>
        sentence.Words[word].Start - sentence.Words[word - 1].End == 0 || !sentence.HasBreakBefore(word);

    private static Use ToUse(ParsedSentence sentence, int index, (int First, int Last) range, int words, bool isModifier)
    {
        var (first, last) = range;
        var text = sentence.Slice(first, last + 1);
        var bare = text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal) ? text[..^2] : text;
        var start = sentence.Words[first].Start;
        var isName = first > 0 && sentence.Words.Skip(first).Take(last - first + 1).All(word => word.IsCapitalised || word.Text is "of");
        return new Use(new PhraseUse(index, start, start + bare.Length), bare, words)
        {
            OpensSentence = first == 0,
            IsName = isName,
            IsModifier = isModifier,
            IsVerb = first == last && first > 0 && BeforeVerbs.Contains(sentence.Lower[first - 1]),
        };
    }

    // For every phrase, how often longer phrases hold it, and how many different ones; phrases used once do not count.
    private static Dictionary<string, (int Uses, int Phrases)> CountNested(Dictionary<string, List<Use>> found)
    {
        var nested = new Dictionary<string, (int Uses, int Phrases)>(StringComparer.Ordinal);
        foreach (var (key, uses) in found.Where(entry => entry.Value.Count > 1))
        {
            var stems = key.Split(' ');
            for (var length = 1; length < stems.Length; length++)
            {
                for (var first = 0; first + length <= stems.Length; first++)
                {
                    var part = string.Join(' ', stems, first, length);
                    var (count, phrases) = nested.GetValueOrDefault(part);
                    nested[part] = (count + uses.Count, phrases + 1);
                }
            }
        }

        return nested;
    }

    private static Phrase ToPhrase(string key, List<Use> uses, (int Uses, int Phrases) nested, string language)
    {
        var words = uses[0].WordCount;
        var alone = uses.Count - (nested.Phrases == 0 ? 0 : (double)nested.Uses / nested.Phrases);
        var inside = uses.Count(use => !use.OpensSentence);
        var isName = inside > 0 && uses.Count(use => use.IsName) * 2 > inside;
        var isModifier = uses.Count(use => use.IsModifier) > uses.Count * ModifierShare;
        var isVerb = LanguageTag.IsEnglish(language) && uses.Count(use => use.IsVerb) > uses.Count * VerbShare;
        var factor = isName ? NameFactor : isVerb ? VerbFactor : isModifier || LooksAdjective(uses[0].Text, language) ? AdjectiveFactor : 1;
        return new Phrase
        {
            Key = key,
            Text = MostFrequent(uses),
            Uses = [.. uses.Select(use => use.Place)],
            WordCount = words,
            IsName = isName,
            TermHood = Math.Log2(words + 1) * alone * factor,
        };
    }

    // A capital at the start of a sentence says nothing of how the phrase is written, so those uses count only where there are no others.
    private static string MostFrequent(List<Use> uses) => uses
        .GroupBy(use => use.Text, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count(use => !use.OpensSentence))
        .ThenByDescending(group => group.Count())
        .First().Key;

    private static bool LooksAdjective(string text, string language) =>
        LanguageTag.IsEnglish(language) && AdjectiveEndings.Any(ending => text.Length > 5 && text.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>A use of a phrase with what its surroundings tell.</summary>
    private sealed record Use(PhraseUse Place, string Text, int WordCount)
    {
        public required bool OpensSentence { get; init; }

        public required bool IsName { get; init; }

        public required bool IsModifier { get; init; }

        public required bool IsVerb { get; init; }
    }
}
