using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Ranks sentences by how much the rest of the lecture speaks of the same things.</summary>
/// <remarks>
/// Continuous LexRank: G. Erkan and D. Radev, "LexRank: graph-based lexical centrality as salience in text summarization", JAIR 22 (2004).
/// The similarity matrix is the product of the sentence vectors with themselves, so a step needs no matrix: the vectors are summed with
/// their weights, and the sum multiplied with each. That takes time linear in the length of the lecture.
/// </remarks>
public static class LexRank
{
    private const double Damping = 0.85;
    private const int Steps = 30;

    /// <summary>Returns the rank of every sentence, as a share of 1; 0 for a sentence without content words.</summary>
    /// <param name="vectors">The sentences of the lecture.</param>
    public static double[] Rank(SentenceVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var count = vectors.Count;
        var degrees = Multiply(vectors, [.. Enumerable.Repeat(1.0, count)]);
        var ranks = Enumerable.Repeat(1.0 / Math.Max(count, 1), count).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var shares = ranks.Select((rank, i) => degrees[i] > 0 ? rank / degrees[i] : 0).ToArray();
            var received = Multiply(vectors, shares);
            for (var i = 0; i < count; i++)
                ranks[i] = vectors[i].Length == 0 ? 0 : ((1 - Damping) / count) + (Damping * received[i]);
        }

        return ranks;
    }

    // Row i is the sum over j ≠ i of cosine(i, j) · values[j].
    private static double[] Multiply(SentenceVectors vectors, double[] values)
    {
        var sum = new double[vectors.VocabularySize];
        for (var i = 0; i < values.Length; i++)
            vectors.AddTo(i, values[i], sum);
        return [.. values.Select((value, i) => vectors[i].Length == 0 ? 0 : Math.Max(0, vectors.Dot(i, sum) - value))];
    }
}
