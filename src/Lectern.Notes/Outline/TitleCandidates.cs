using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Outline;

/// <summary>What could name each section, and how well.</summary>
/// <remarks>
/// A phrase counts in a section by its uses there, its length, and, softly, by how few other sections use it: the weighting of terms by
/// frequency and inverse document frequency, with sections for documents (K. Spärck Jones, 1972). Softly because people repeat the subject
/// of the lecture in its titles. Uses in the first sentences of the section and uses that are announced count for more. The weights are round
/// numbers. Immutable and thread-safe.
/// </remarks>
internal sealed class TitleCandidates
{
    private const double NameFactor = 1.3;
    private const double EvidenceWeight = 0.5;
    private const int OpeningSentences = 6;
    private const int MostOpeningUses = 2;
    private const int MostAnnounced = 3;
    private const double LongerShare = 0.3;
    private const int FewestLongerUses = 2;
    private readonly IReadOnlyList<int> _firstSentences;
    private readonly Announcements _announcements;
    private readonly Candidate[] _candidates;
    private readonly Candidate[] _runs;

    /// <summary>Counts the phrases by section.</summary>
    /// <param name="firstSentences">Indices of the first sentences of the sections.</param>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="phrases">Its phrases.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public TitleCandidates(IReadOnlyList<int> firstSentences, IReadOnlyList<Sentence> sentences, IReadOnlyList<Phrase> phrases, string language)
    {
        _firstSentences = firstSentences;
        _announcements = new Announcements(sentences, language);
        _candidates = [.. phrases.Select(phrase => new Candidate(phrase, CountUses(phrase)))];
        _runs = [.. _candidates.Where(candidate => candidate.Phrase.WordCount > 1 && candidate.Phrase.Uses.Count >= FewestLongerUses)];
    }

    /// <summary>Returns the phrases of a section, each with its score, in the order of the lecture's phrases.</summary>
    /// <param name="section">Index of the section.</param>
    public IEnumerable<(Phrase Phrase, double Score)> Of(int section) => _candidates
        .Where(candidate => candidate.Uses[section] > 0)
        .Select(candidate => (candidate.Phrase, Score(candidate, section)));

    /// <summary>Returns the longer phrase that holds a phrase and could stand for it in a section, or the phrase itself.</summary>
    /// <param name="phrase">The phrase: "field", "Auden".</param>
    /// <param name="section">Index of the section.</param>
    /// <param name="avoided">Stems that the longer phrase must not have.</param>
    /// <returns>
    /// "Magnetic field" where a good part of the section's uses are that; "Wystan Auden" where the section says a name in full that the lecture
    /// says in full twice.
    /// </returns>
    public Phrase Lengthen(Phrase phrase, int section, IReadOnlySet<string> avoided)
    {
        var uses = phrase.Uses.Count(use => SectionOf(use.Sentence) == section);
        var best = _runs
            .Where(run => run.Phrase.WordCount > phrase.WordCount && run.Uses[section] > 0 && run.Holds(phrase))
            .Where(run => IsFullName(run.Phrase, phrase) || run.Uses[section] >= Math.Max(FewestLongerUses, LongerShare * uses))
            .Where(run => !run.Phrase.Key.Split(' ').Any(avoided.Contains))
            .MaxBy(run => run.Uses[section] * Math.Log2(run.Phrase.WordCount + 1));
        return best?.Phrase ?? phrase;
    }

    private static bool IsFullName(Phrase longer, Phrase phrase) =>
        phrase.IsName && longer.IsName && longer.Key.EndsWith(phrase.Key, StringComparison.Ordinal);

    private double Score(Candidate candidate, int section)
    {
        var phrase = candidate.Phrase;
        var length = Math.Log2(phrase.WordCount + 1);
        var quality = Math.Clamp(phrase.TermHood / (phrase.Uses.Count * length), 0.1, 1);
        var rarity = Math.Sqrt(Math.Log(1 + ((double)_firstSentences.Count / candidate.Uses.Count(count => count > 0))));
        return candidate.Uses[section] * quality * length * rarity * (phrase.IsName ? NameFactor : 1) * Evidence(phrase, section);
    }

    private double Evidence(Phrase phrase, int section)
    {
        var (announced, opening) = (0, 0);
        foreach (var use in phrase.Uses.Where(use => SectionOf(use.Sentence) == section))
        {
            var isOpening = use.Sentence < _firstSentences[section] + OpeningSentences;
            opening += isOpening ? 1 : 0;
            announced += !_announcements.Precede(use.Sentence, use.Start) ? 0 : isOpening ? 2 : 1;
        }

        return (1 + (EvidenceWeight * Math.Min(announced, MostAnnounced))) * (1 + (EvidenceWeight * Math.Min(opening, MostOpeningUses)));
    }

    private int[] CountUses(Phrase phrase)
    {
        var uses = new int[_firstSentences.Count];
        foreach (var use in phrase.Uses)
            uses[SectionOf(use.Sentence)]++;
        return uses;
    }

    private int SectionOf(int sentence)
    {
        var section = _firstSentences.Count - 1;
        while (section > 0 && _firstSentences[section] > sentence)
            section--;
        return section;
    }

    /// <summary>A phrase with the number of its uses in each section.</summary>
    private sealed record Candidate(Phrase Phrase, int[] Uses)
    {
        private readonly string _padded = $" {Phrase.Key} ";

        public bool Holds(Phrase other) => _padded.Contains($" {other.Key} ", StringComparison.Ordinal);
    }
}
