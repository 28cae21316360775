namespace Lectern.Notes.Sentences;

/// <summary>Which content words a lecture uses, and how often in each sentence.</summary>
/// <remarks>
/// Words are counted by stem (Porter's in English, the lower-case word elsewhere), function words left out. For a language without a
/// list of function words, a word that stands in more than a fifth of the sentences is taken for one. Immutable and thread-safe.
/// </remarks>
public sealed class TermFrequency
{
    private const double FunctionWordShare = 0.2;
    private const int FewSentences = 20;
    private readonly int[][] _terms;
    private readonly int[] _sentencesWith;
    private readonly IReadOnlySet<string> _functionWords;

    private TermFrequency(int[][] terms, int[] sentencesWith, IReadOnlySet<string> functionWords)
    {
        _terms = terms;
        _sentencesWith = sentencesWith;
        _functionWords = functionWords;
    }

    /// <summary>Number of sentences counted.</summary>
    public int SentenceCount => _terms.Length;

    /// <summary>Number of different terms; term numbers run from 0 to one less.</summary>
    public int VocabularySize => _sentencesWith.Length;

    /// <summary>Counts the content words of sentences.</summary>
    /// <param name="sentences">The sentences of a lecture in order.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static TermFrequency Of(IReadOnlyList<Sentence> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);

        var words = sentences.Select(sentence => Tokens.Of(sentence.Text).Select(word => word.Lower).ToArray()).ToArray();
        var functionWords = StopWords.For(language);
        if (functionWords.Count == 0)
            functionWords = GuessFunctionWords(words);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = words
            .Select(line => line
                .Where(word => !functionWords.Contains(word))
                .Select(word => Stem(word, language))
                .Where(stem => stem.Length > 1 || Scripts.IsUnspaced(stem[0]))
                .Select(stem => NumberOf(stem, ids))
                .ToArray())
            .ToArray();
        return new TermFrequency(terms, CountSentences(terms, ids.Count), functionWords);
    }

    /// <summary>Whether a word says nothing of what the lecture is about.</summary>
    /// <param name="lowerWord">The word in lower case.</param>
    public bool IsFunctionWord(string lowerWord) => _functionWords.Contains(lowerWord);

    /// <summary>Returns the stem under which a word is counted.</summary>
    /// <param name="lowerWord">The word in lower case.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static string Stem(string lowerWord, string language)
    {
        ArgumentNullException.ThrowIfNull(lowerWord);
        var word = lowerWord.EndsWith("'s", StringComparison.Ordinal) ? lowerWord[..^2] : lowerWord;
        return LanguageTag.IsEnglish(language) ? PorterStemmer.Stem(word) : word;
    }

    /// <summary>Returns the numbers of the terms of a sentence, in order and with repeats.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public IReadOnlyList<int> TermsOf(int sentence) => _terms[sentence];

    /// <summary>Returns how much a term tells sentences apart: ln(1 + sentences / sentences with the term), above 0.</summary>
    /// <param name="term">Number of the term.</param>
    public double InverseSentenceFrequency(int term) => Math.Log(1 + ((double)SentenceCount / _sentencesWith[term]));

    /// <summary>Returns the number of sentences that have a term.</summary>
    /// <param name="term">Number of the term.</param>
    public int SentencesWith(int term) => _sentencesWith[term];

    private static HashSet<string> GuessFunctionWords(string[][] words)
    {
        if (words.Length < FewSentences)
            return [];
        return words
            .SelectMany(line => line.Distinct(StringComparer.Ordinal))
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() > words.Length * FunctionWordShare)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static int NumberOf(string stem, Dictionary<string, int> ids)
    {
        if (!ids.TryGetValue(stem, out var id))
            ids.Add(stem, id = ids.Count);
        return id;
    }

    private static int[] CountSentences(int[][] terms, int vocabulary)
    {
        var counts = new int[vocabulary];
        foreach (var term in terms.SelectMany(line => line.Distinct()))
            counts[term]++;
        return counts;
    }
}
