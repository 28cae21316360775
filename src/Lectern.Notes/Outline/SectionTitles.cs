using Lectern.Notes.Summary;

namespace Lectern.Notes.Outline;

/// <summary>Names the sections of a lecture by their own terms.</summary>
/// <remarks>
/// A phrase counts in a section by its uses there, its length, and how few other sections use it: the weighting of terms by frequency and
/// inverse document frequency, with sections for documents (K. Spärck Jones, 1972). Pure and thread-safe.
/// </remarks>
public static class SectionTitles
{
    private const int MaxPhrases = 3;
    private const int MaxWords = 6;
    private const double NameFactor = 1.3;
    private const double TakenFactor = 0.3;
    private const double WorthAdding = 0.4;

    /// <summary>Returns a title for each section.</summary>
    /// <param name="firstSentences">Indices of the first sentences of the sections.</param>
    /// <param name="phrases">The phrases of the lecture.</param>
    /// <returns>Up to three phrases each, the best first, with commas between; "Part 2" for a section that has none.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<int> firstSentences, IReadOnlyList<Phrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(firstSentences);
        ArgumentNullException.ThrowIfNull(phrases);

        var uses = phrases.Select(phrase => UsesBySection(phrase, firstSentences)).ToArray();
        var titles = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var section = 0; section < firstSentences.Count; section++)
        {
            var ranked = phrases
                .Select((phrase, i) => (Phrase: phrase, Score: Score(phrase, uses[i], section) * (taken.Contains(phrase.Key) ? TakenFactor : 1)))
                .Where(entry => entry.Score > 0)
                .OrderByDescending(entry => entry.Score)
                .ToList();
            var chosen = Choose(ranked);
            taken.UnionWith(chosen.Select(phrase => phrase.Key));
            titles.Add(chosen.Count == 0
                ? $"Part {section + 1}"
                : Prose.Capitalise(string.Join(", ", chosen.Select(phrase => phrase.Text))));
        }

        return titles;
    }

    private static int[] UsesBySection(Phrase phrase, IReadOnlyList<int> firstSentences)
    {
        var uses = new int[firstSentences.Count];
        var section = 0;
        foreach (var use in phrase.Uses)
        {
            while (section + 1 < firstSentences.Count && firstSentences[section + 1] <= use.Sentence)
                section++;
            uses[section]++;
        }

        return uses;
    }

    private static double Score(Phrase phrase, int[] uses, int section)
    {
        if (uses[section] == 0)
            return 0;
        var sectionsWith = uses.Count(count => count > 0);
        var own = Math.Sqrt((double)uses[section] / phrase.Uses.Count);
        var quality = Math.Clamp(phrase.TermHood / (phrase.Uses.Count * Math.Log2(phrase.WordCount + 1)), 0.1, 1);
        return uses[section] * own * quality * Math.Log2(phrase.WordCount + 1) * Math.Log(1 + ((double)uses.Length / sectionsWith))
            * (phrase.IsName ? NameFactor : 1);
    }

    private static List<Phrase> Choose(List<(Phrase Phrase, double Score)> ranked)
    {
        var chosen = new List<Phrase>();
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var words = 0;
        foreach (var (phrase, score) in ranked)
        {
            if (chosen.Count == MaxPhrases || score < ranked[0].Score * WorthAdding)
                break;
            var own = phrase.Key.Split(' ');
            if (words + phrase.WordCount > MaxWords || own.Any(stems.Contains))
                continue;
            chosen.Add(phrase);
            stems.UnionWith(own);
            words += phrase.WordCount;
        }

        return chosen;
    }
}
