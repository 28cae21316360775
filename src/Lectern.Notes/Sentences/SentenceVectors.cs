namespace Lectern.Notes.Sentences;

/// <summary>Sentences as directions in the space of terms, for asking how alike two are.</summary>
/// <remarks>
/// Weights are (1 + ln count) · inverse sentence frequency, each vector of length 1 (Salton and Buckley, "Term-weighting approaches in
/// automatic text retrieval", 1988). Immutable and thread-safe.
/// </remarks>
public sealed class SentenceVectors
{
    private readonly (int Term, double Weight)[][] _vectors;

    private SentenceVectors((int Term, double Weight)[][] vectors, int vocabularySize)
    {
        _vectors = vectors;
        VocabularySize = vocabularySize;
    }

    /// <summary>Number of vectors.</summary>
    public int Count => _vectors.Length;

    /// <summary>Number of dimensions of the space.</summary>
    public int VocabularySize { get; }

    /// <summary>Weighs the terms of every sentence.</summary>
    /// <param name="terms">The terms of a lecture.</param>
    public static SentenceVectors Of(TermFrequency terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var vectors = new (int Term, double Weight)[terms.SentenceCount][];
        for (var sentence = 0; sentence < vectors.Length; sentence++)
        {
            var weights = terms.TermsOf(sentence)
                .GroupBy(term => term)
                .OrderBy(group => group.Key)
                .Select(group => (Term: group.Key, Weight: (1 + Math.Log(group.Count())) * terms.InverseSentenceFrequency(group.Key)))
                .ToArray();
            var length = Math.Sqrt(weights.Sum(entry => entry.Weight * entry.Weight));
            vectors[sentence] = [.. weights.Select(entry => (entry.Term, entry.Weight / length))];
        }

        return new SentenceVectors(vectors, terms.VocabularySize);
    }

    /// <summary>Returns the terms of a sentence in rising order with their weights; empty for a sentence without content words.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public ReadOnlySpan<(int Term, double Weight)> this[int sentence] => _vectors[sentence];

    /// <summary>Returns the cosine of two sentences: 0 (no term shared) to 1 (the same terms).</summary>
    /// <param name="first">Index of a sentence.</param>
    /// <param name="second">Index of another.</param>
    public double Cosine(int first, int second)
    {
        var (a, b) = (_vectors[first], _vectors[second]);
        var (i, j, sum) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i].Term == b[j].Term)
                sum += a[i++].Weight * b[j++].Weight;
            else if (a[i].Term < b[j].Term)
                i++;
            else
                j++;
        }

        return sum;
    }

    /// <summary>Returns the product of a sentence with a dense vector.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="dense">A vector with <see cref="VocabularySize"/> entries.</param>
    public double Dot(int sentence, ReadOnlySpan<double> dense)
    {
        var sum = 0.0;
        foreach (var (term, weight) in _vectors[sentence])
            sum += weight * dense[term];
        return sum;
    }

    /// <summary>Adds a multiple of a sentence to a dense vector.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="factor">What the sentence is multiplied by.</param>
    /// <param name="dense">A vector with <see cref="VocabularySize"/> entries, changed in place.</param>
    public void AddTo(int sentence, double factor, Span<double> dense)
    {
        foreach (var (term, weight) in _vectors[sentence])
            dense[term] += factor * weight;
    }
}
