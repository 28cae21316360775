using System.Buffers;
using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Words;

/// <summary>Tells the part of speech of every word of an English sentence, also of recogniser text without capitals or punctuation.</summary>
/// <remarks>
/// The best path through a hidden Markov model over the parts of speech (K. Church, "A stochastic parts program", 1988): how usual a word is as
/// what, from <see cref="EnglishLexicon"/>, and what follows what. Deterministic; not thread-safe, since it remembers words.
/// </remarks>
public sealed class PartOfSpeechTagger
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“:;?!.");

    private readonly WordClasses _classes = new();
    private readonly IReadOnlySet<string> _names;

    /// <summary>Makes a tagger that knows no names but those of the lexicon.</summary>
    public PartOfSpeechTagger()
        : this(FrozenSet<string>.Empty)
    {
    }

    /// <summary>Makes a tagger that knows names.</summary>
    /// <param name="names">Words in lower case that are names in the text even where a sentence begins with them.</param>
    public PartOfSpeechTagger(IReadOnlySet<string> names) => _names = names;

    /// <summary>Returns the parts of speech of the words of a sentence.</summary>
    /// <param name="sentence">One English sentence.</param>
    /// <returns>One for each word that <see cref="Tokens"/> finds.</returns>
    public IReadOnlyList<PartOfSpeech> Tag(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Tag(new ParsedSentence(sentence));
    }

    /// <summary>Returns the parts of speech of the words of a sentence.</summary>
    internal PartOfSpeech[] Tag(ParsedSentence sentence)
    {
        if (sentence.Count == 0)
            return [];
        var candidates = Enumerable.Range(0, sentence.Count).Select(word => _classes.Of(sentence.Words[word], IsTellingCapital(sentence, word))).ToArray();
        var scores = new double[sentence.Count][];
        var origins = new int[sentence.Count][];
        for (var word = 0; word < sentence.Count; word++)
        {
            scores[word] = new double[candidates[word].Count];
            origins[word] = new int[candidates[word].Count];
            for (var choice = 0; choice < candidates[word].Count; choice++)
            {
                var (part, weight) = candidates[word][choice];
                var (score, origin) = word == 0
                    ? (TagTransitions.Opening(part), 0)
                    : BestBefore(candidates[word - 1], scores[word - 1], part, IsBroken(sentence, word));
                (scores[word][choice], origins[word][choice]) = (score + Math.Log(weight), origin);
            }
        }

        return Trace(candidates, scores[^1], origins);
    }

    /// <summary>Whether a word is one of the names that the tagger was given.</summary>
    /// <param name="lower">The word in lower case, perhaps with "'s".</param>
    internal bool IsName(string lower) => _names.Contains(lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower);

    private static (double Score, int Origin) BestBefore(
        IReadOnlyList<(PartOfSpeech Part, double Weight)> previous, double[] scores, PartOfSpeech part, bool isBroken)
    {
        var best = (Score: double.NegativeInfinity, Origin: 0);
        for (var choice = 0; choice < previous.Count; choice++)
        {
            var score = scores[choice] + TagTransitions.Of(previous[choice].Part, part, isBroken);
            if (score > best.Score)
                best = (score, choice);
        }

        return best;
    }

    private static PartOfSpeech[] Trace(IReadOnlyList<(PartOfSpeech Part, double Weight)>[] candidates, double[] last, int[][] origins)
    {
        var parts = new PartOfSpeech[candidates.Length];
        var choice = Array.IndexOf(last, last.Max());
        for (var word = candidates.Length - 1; word >= 0; word--)
        {
            parts[word] = candidates[word][choice].Part;
            choice = origins[word][choice];
        }

        return parts;
    }

    private static bool IsBroken(ParsedSentence sentence, int word) => sentence.HasBreakBefore(word);

    // A capital tells a name inside a sentence, and at its front where the next word has one too or no list has the word.
    private bool IsTellingCapital(ParsedSentence sentence, int word)
    {
        if (!sentence.Words[word].IsCapitalised || sentence.Lower[word] is "i")
            return false;
        if ((word > 0 && !OpensQuotation(sentence, word)) || _names.Contains(sentence.Lower[word]))
            return true;
        return EnglishLexicon.Find(sentence.Lower[word]) is null && WordForms.VerbLemma(sentence.Lower[word]) is null && WordForms.Singular(sentence.Lower[word]) is null;
    }

    private static bool OpensQuotation(ParsedSentence sentence, int word) =>
        sentence.Text[sentence.Words[word - 1].End..sentence.Words[word].Start].AsSpan().IndexOfAny(Openers) >= 0;
}
