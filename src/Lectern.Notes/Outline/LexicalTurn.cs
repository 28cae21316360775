using Lectern.Notes.Sentences;

namespace Lectern.Notes.Outline;

/// <summary>How much the words change between one sentence and the next.</summary>
/// <remarks>
/// The cosine of the blocks on either side is that of M. Hearst, "TextTiling" (1997); terms that come in and go out are the measure of
/// G. Youmans, "A new tool for discourse analysis: the vocabulary-management profile" (1991), held to terms that three sentences use.
/// Immutable and thread-safe.
/// </remarks>
internal sealed class LexicalTurn
{
    private const int FewestSentences = 3;
    private const int FewestTerms = 3;
    private const int MostNew = 3;
    private readonly TermFrequency _terms;
    private readonly int[] _words;
    private readonly int[] _firstUse;
    private readonly int[] _lastUse;

    /// <summary>Prepares the lecture.</summary>
    /// <param name="terms">Its terms.</param>
    /// <param name="wordCounts">The number of words in each sentence.</param>
    public LexicalTurn(TermFrequency terms, IReadOnlyList<int> wordCounts)
    {
        _terms = terms;
        _words = new int[wordCounts.Count + 1];
        _firstUse = new int[terms.VocabularySize];
        _lastUse = new int[terms.VocabularySize];
        Array.Fill(_firstUse, int.MaxValue);
        for (var sentence = 0; sentence < wordCounts.Count; sentence++)
        {
            _words[sentence + 1] = _words[sentence] + wordCounts[sentence];
            foreach (var term in terms.TermsOf(sentence))
                (_firstUse[term], _lastUse[term]) = (Math.Min(_firstUse[term], sentence), sentence);
        }
    }

    /// <summary>Returns the share of the recurring terms ahead that were never used before a sentence, 0 to 1.</summary>
    public double ShareNew(int sentence, int words) => Share(After(sentence, words), term => _firstUse[term] >= sentence);

    /// <summary>Returns the share of the recurring terms just said that are never used again, 0 to 1.</summary>
    public double ShareDone(int sentence, int words) => Share(Before(sentence, words), term => _lastUse[term] < sentence);

    /// <summary>Returns the number of recurring terms that a sentence is the first to use, at most three.</summary>
    public double NewTerms(int sentence) => Math.Min(
        MostNew,
        _terms.TermsOf(sentence).Distinct().Count(term => _firstUse[term] == sentence && _terms.SentencesWith(term) >= FewestSentences));

    /// <summary>Returns the cosine of the blocks of words before and after the start of a sentence.</summary>
    public double Cosine(int sentence, int words)
    {
        var before = Weigh(Before(sentence, words));
        var after = Weigh(After(sentence, words));
        var lengths = Math.Sqrt(before.Values.Sum(weight => weight * weight) * after.Values.Sum(weight => weight * weight));
        return lengths > 0 ? before.Sum(entry => entry.Value * after.GetValueOrDefault(entry.Key)) / lengths : 0;
    }

    private double Share(IEnumerable<int> block, Func<int, bool> test)
    {
        var (count, all) = (0, 0);
        foreach (var term in block.Where(term => _terms.SentencesWith(term) >= FewestSentences))
        {
            all++;
            count += test(term) ? 1 : 0;
        }

        return all < FewestTerms ? 0 : (double)count / all;
    }

    private IEnumerable<int> After(int sentence, int words)
    {
        for (var other = sentence; other < _terms.SentenceCount && _words[other] - _words[sentence] < words; other++)
        {
            foreach (var term in _terms.TermsOf(other))
                yield return term;
        }
    }

    private IEnumerable<int> Before(int sentence, int words)
    {
        for (var other = sentence - 1; other >= 0 && _words[sentence] - _words[other + 1] < words; other--)
        {
            foreach (var term in _terms.TermsOf(other))
                yield return term;
        }
    }

    private Dictionary<int, double> Weigh(IEnumerable<int> block)
    {
        var weights = new Dictionary<int, double>();
        foreach (var term in block)
            weights[term] = weights.GetValueOrDefault(term) + 1;
        foreach (var (term, count) in weights)
            weights[term] = (1 + Math.Log(count)) * _terms.InverseSentenceFrequency(term);
        return weights;
    }
}
