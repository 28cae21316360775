using Lectern.Notes.Marks;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Chooses the sentences of a section that a listener would mark.</summary>
public static class KeyPoints
{
    private const int Most = 3;
    private const int SentencesPerPoint = 4;
    private const double TooAlike = 0.5;

    /// <summary>Returns up to three key sentences of a stretch of the lecture, in its order.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="first">Index of the first sentence of the stretch.</param>
    /// <param name="last">Index of the last one.</param>
    /// <param name="section">Index of the section that the stretch is.</param>
    /// <param name="scores">How good each sentence is; one of 0 is no key sentence.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="weights">How much the listener's marks raise each sentence of the lecture.</param>
    /// <returns>One point for every four sentences at most; no two that say much the same (cosine above one half).</returns>
    public static IReadOnlyList<CitedSentence> Of(
        IReadOnlyList<Sentence> sentences, int first, int last, int section, SentenceScores scores, string language, MarkWeights weights)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(weights);

        var most = Math.Min(Most, (last - first + SentencesPerPoint) / SentencesPerPoint);
        var chosen = new List<int>();
        var marks = KeySentenceScores.Of([.. sentences.Skip(first).Take(last - first + 1)], language);
        var ranked = Enumerable.Range(first, last - first + 1)
            .Where(index => scores[index] > 0)
            .OrderByDescending(index => marks[index - first] * weights.InKeyPoints(index))
            .ThenBy(index => index);
        foreach (var index in ranked)
        {
            if (chosen.Count == most)
                break;
            if (chosen.TrueForAll(other => scores.Vectors.Cosine(index, other) <= TooAlike))
                chosen.Add(index);
        }

        return [.. chosen.Order().Select(index => CitedSentence.Of(sentences, index, section, language))];
    }
}
