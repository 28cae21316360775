using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>How much it is worth to have a term, or two terms side by side, in the summary of a lecture.</summary>
/// <remarks>
/// Concepts weighted by the number of sentences that have them, after D. Gillick and B. Favre, "A scalable global model for
/// summarization" (2009); terms of the opening count more, because lecturers announce there. Immutable and thread-safe.
/// </remarks>
internal sealed class TermWeights
{
    private const int OpeningSentences = 25;
    private const double OpeningFactor = 2;
    private const double PairFactor = 0.5;
    private const double FewestUses = 2;
    private readonly Dictionary<string, double> _weights;
    private readonly string _language;

    private TermWeights(Dictionary<string, double> weights, string language)
    {
        _weights = weights;
        _language = language;
    }

    /// <summary>Weighs the terms of a lecture.</summary>
    /// <param name="sentences">Its sentences in order.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static TermWeights Of(IReadOnlyList<Sentence> sentences, string language)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < sentences.Count; index++)
        {
            var opening = index < OpeningSentences ? OpeningFactor : 1;
            foreach (var concept in Concepts(sentences[index].Text, language).Distinct(StringComparer.Ordinal))
                counts[concept] = counts.GetValueOrDefault(concept) + opening;
        }

        var weights = counts
            .Where(entry => entry.Value >= FewestUses)
            .ToDictionary(entry => entry.Key, entry => (IsPair(entry.Key) ? PairFactor : 1) * Math.Sqrt(entry.Value), StringComparer.Ordinal);
        return new TermWeights(weights, language);
    }

    /// <summary>Returns the weighted concepts of a text, each once.</summary>
    /// <param name="text">A sentence.</param>
    public IReadOnlyList<(string Concept, double Weight)> In(string text) =>
    [
        .. Concepts(text, _language)
            .Distinct(StringComparer.Ordinal)
            .Where(_weights.ContainsKey)
            .Select(concept => (concept, _weights[concept])),
    ];

    private static bool IsPair(string concept) => concept.Contains(' ', StringComparison.Ordinal);

    private static List<string> Concepts(string text, string language)
    {
        var (stopWords, spoken) = (StopWords.For(language), SpokenWords.For(language));
        var concepts = new List<string>();
        var before = string.Empty;
        foreach (var word in Tokens.Of(text))
        {
            var lower = word.Lower;
            if (stopWords.Contains(lower))
                continue;
            var stem = TermFrequency.Stem(lower, language);
            if (!spoken.Contains(lower) && (stem.Length > 1 || Scripts.IsUnspaced(stem[0])))
                concepts.Add(stem);
            if (before.Length > 0)
                concepts.Add(before + " " + stem);
            before = stem;
        }

        return concepts;
    }
}
