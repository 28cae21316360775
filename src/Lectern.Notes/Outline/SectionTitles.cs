using System.Collections.Frozen;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Outline;

/// <summary>Names the sections of a lecture by their own terms.</summary>
/// <remarks>
/// The best phrases of <see cref="TitleCandidates"/> that share no word, the longer form of each where there is one. A phrase that names
/// an earlier section already counts for less, and no title is given twice as long as there is a phrase to add. Pure and thread-safe.
/// </remarks>
public static class SectionTitles
{
    private const int MaxPhrases = 3;
    private const int MaxWords = 6;
    private const double TakenFactor = 0.5;
    private const double WorthAdding = 0.4;

    private static readonly FrozenDictionary<string, string> Conjunctions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = " and ",
        ["de"] = " und ",
        ["fr"] = " et ",
        ["es"] = " y ",
        ["it"] = " e ",
        ["pt"] = " e ",
        ["nl"] = " en ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns a title for each section.</summary>
    /// <param name="firstSentences">Indices of the first sentences of the sections.</param>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="phrases">The phrases of the lecture.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>Up to three phrases each, the best first, such as "Bonds, energy and ions"; "Part 2" for a section that has none.</returns>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<int> firstSentences, IReadOnlyList<Sentence> sentences, IReadOnlyList<Phrase> phrases, string language)
    {
        ArgumentNullException.ThrowIfNull(firstSentences);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(phrases);

        var candidates = new TitleCandidates(firstSentences, sentences, phrases, language);
        var titles = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var section = 0; section < firstSentences.Count; section++)
        {
            var ranked = candidates.Of(section)
                .Select(entry => (entry.Phrase, Score: entry.Score * (taken.Contains(entry.Phrase.Key) ? TakenFactor : 1)))
                .OrderByDescending(entry => entry.Score)
                .ToList();
            var chosen = Choose(ranked, words => titles.Contains(Write(Lengthen(words, candidates, section), language), StringComparer.Ordinal));
            taken.UnionWith(chosen.Select(phrase => phrase.Key));
            titles.Add(chosen.Count == 0 ? $"Part {section + 1}" : Write(Lengthen(chosen, candidates, section), language));
        }

        return titles;
    }

    private static List<Phrase> Choose(List<(Phrase Phrase, double Score)> ranked, Predicate<IReadOnlyList<Phrase>> isGiven)
    {
        var chosen = new List<Phrase>();
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var words = 0;
        foreach (var (phrase, score) in ranked)
        {
            if (chosen.Count == MaxPhrases || (score < ranked[0].Score * WorthAdding && !isGiven(chosen)))
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

    private static List<Phrase> Lengthen(IReadOnlyList<Phrase> chosen, TitleCandidates candidates, int section)
    {
        var longer = chosen.ToList();
        for (var index = 0; index < longer.Count; index++)
        {
            var others = longer.Where((_, other) => other != index).SelectMany(phrase => phrase.Key.Split(' ')).ToHashSet(StringComparer.Ordinal);
            longer[index] = candidates.Lengthen(longer[index], section, others);
        }

        return longer;
    }

    private static string Write(List<Phrase> phrases, string language)
    {
        var conjunction = Conjunctions.GetValueOrDefault(LanguageTag.Primary(language), ", ");
        var list = string.Join(", ", phrases.SkipLast(1).Select(phrase => phrase.Text));
        return Prose.Capitalise(phrases.Count == 1 ? phrases[0].Text : list + conjunction + phrases[^1].Text);
    }
}
