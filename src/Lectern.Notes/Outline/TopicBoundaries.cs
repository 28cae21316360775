using Lectern.Inference;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Outline;

/// <summary>Finds where the subject of a lecture changes.</summary>
/// <remarks>
/// Every way to cut the lecture is weighed: by how probable it makes the words of each part under that part's own language model, as in
/// M. Utiyama and H. Isahara, "A statistical model for domain-independent text segmentation", ACL 2001, and by how much its parts open like
/// parts (<see cref="BoundaryFeatures"/>, and a long pause). From the chances of a cut at each place (<see cref="PartitionChances"/>) the cuts
/// are taken that should match most (<see cref="ExpectedMatch"/>). The number of parts is held to a range that follows from the length.
/// </remarks>
public static class TopicBoundaries
{
    // More units than this cost more time than they find boundaries; neighbouring sentences are taken together instead.
    private const int MaxUnits = 1200;
    private const double SectionsPerHour = 6.5;
    private const double Growth = 0.75;
    private const double PauseWeight = 1;
    private const double LongPauseSeconds = 3;
    private static readonly TimeSpan ShortestMean = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(60);

    /// <summary>Returns the indices of the first sentences of the sections, 0 first.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>Four to eight sections for an hour; never more than one for a minute and a half, none shorter than a minute; empty for no sentence.</returns>
    public static IReadOnlyList<int> Find(IReadOnlyList<Sentence> sentences, TermFrequency terms, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(terms);

        return Find(sentences, terms, BoundaryOdds.Of(BoundaryFeatures.Of(sentences, terms, language)));
    }

    /// <summary>Returns the indices of the first sentences of the sections where the odds of a boundary are known already.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="odds">The logarithm of the odds of a boundary for each sentence, up to a constant.</param>
    /// <returns>As the other way to call it.</returns>
    public static IReadOnlyList<int> Find(IReadOnlyList<Sentence> sentences, TermFrequency terms, IReadOnlyList<double> odds)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(odds);
        if (sentences.Count == 0)
            return [];

        var duration = sentences[^1].End - sentences[0].Start;
        var units = FirstSentences(sentences.Count);
        var (fewest, most) = SectionRange(duration, units.Count);
        if (most == 1)
            return [0];

        var rewards = units.Select(first => odds[first] + PauseReward(sentences, first)).ToArray();
        var starts = units.Select(first => sentences[first].StartSample).Append(sentences[^1].EndSample).ToArray();
        var shortest = SampleClock.ToSample(Shortest);
        var chances = new PartitionChances(UnitTerms(units, terms), terms.VocabularySize, rewards, starts, shortest).Of(fewest, most, Expected(duration));
        return [.. ExpectedMatch.Best(chances, starts, shortest, fewest, most).Select(unit => units[unit])];
    }

    private static double Expected(TimeSpan duration) => SectionsPerHour * Math.Pow(duration.TotalHours, Growth);

    private static (int Fewest, int Most) SectionRange(TimeSpan duration, int units)
    {
        var expected = Expected(duration);
        var most = Math.Min(Math.Min((int)(expected * 4 / 3), (int)(duration / ShortestMean)), units);
        most = Math.Max(most, 1);
        return (Math.Clamp((int)(expected * 2 / 3), 1, most), most);
    }

    private static List<int> FirstSentences(int sentenceCount)
    {
        var step = ((sentenceCount - 1) / MaxUnits) + 1;
        return [.. Enumerable.Range(0, (sentenceCount + step - 1) / step).Select(unit => unit * step)];
    }

    private static int[][] UnitTerms(List<int> units, TermFrequency terms) =>
    [
        .. units.Select((first, unit) =>
        {
            var end = unit + 1 < units.Count ? units[unit + 1] : terms.SentenceCount;
            return Enumerable.Range(first, end - first).SelectMany(terms.TermsOf).ToArray();
        }),
    ];

    private static double PauseReward(IReadOnlyList<Sentence> sentences, int first)
    {
        if (first == 0)
            return 0;
        var pause = (sentences[first].Start - sentences[first - 1].End).TotalSeconds;
        return Math.Clamp(pause / LongPauseSeconds, 0, 1) * PauseWeight;
    }
}
