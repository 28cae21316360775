namespace Lectern.Notes.Summary;

/// <summary>Chooses the forms of sentences that make a summary under a budget of words.</summary>
/// <remarks>
/// Greedy maximisation of a submodular function (H. Lin and J. Bilmes, "A class of submodular functions for document summarization",
/// ACL 2011): concepts count once, and a sentence counts more where nothing near it is said yet. Extraction and compression are
/// chosen together (T. Berg-Kirkpatrick, D. Gillick and D. Klein, "Jointly learning to extract and compress", ACL 2011).
/// </remarks>
internal sealed class SummarySelection
{
    private const int MostAnnouncements = 3;
    private const double AnnouncementFactor = 1.3;
    private const double NewSection = 2;
    private const double NewStretch = 2.5;
    private const double LengthPower = 0.7;

    // A sentence speaks for what is said around it: this many words of the summary's budget cover all that was spoken.
    private const double WordsPerStretch = 4.8;
    private const double TooLong = 0.1;
    private const double Full = 0.95;
    private const double Overrun = 1.05;
    private readonly IReadOnlyList<SummaryCandidate> _candidates;
    private readonly IReadOnlyList<(string Concept, double Weight)>[] _concepts;
    private readonly double[] _ranks;
    private readonly Func<int, int> _sectionOf;
    private readonly Func<int, double> _emphasis;
    private readonly double _meanWeight;

    /// <summary>Prepares the choice.</summary>
    /// <param name="candidates">The forms that may be chosen, in the order of the lecture.</param>
    /// <param name="weights">What concepts are worth.</param>
    /// <param name="ranks">Rank of every sentence of the lecture, at most 1.</param>
    /// <param name="sectionOf">Section of a sentence.</param>
    /// <param name="emphasis">How much the listener's marks raise a sentence; 1 for not at all.</param>
    public SummarySelection(IReadOnlyList<SummaryCandidate> candidates, TermWeights weights, double[] ranks, Func<int, int> sectionOf, Func<int, double> emphasis)
    {
        _candidates = candidates;
        _concepts = [.. candidates.Select(candidate => weights.In(candidate.Text))];
        _ranks = ranks;
        _sectionOf = sectionOf;
        _emphasis = emphasis;
        _meanWeight = Math.Max(1e-9, _concepts.Select(list => list.Sum(entry => entry.Weight)).DefaultIfEmpty(1).Average());
    }

    /// <summary>Returns the chosen forms in the order of the lecture, at most one of a sentence.</summary>
    /// <param name="budget">Words to come to; the last sentence may go a little beyond.</param>
    /// <param name="placeOf">Where a sentence stands in what is summarised: 0 at the beginning, 1 at the end.</param>
    public IReadOnlyList<SummaryCandidate> Choose(int budget, Func<int, double> placeOf)
    {
        var left = Enumerable.Range(0, _candidates.Count).ToList();
        var (said, sections) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<int>());
        var spread = new Spread(Math.Min(0.5, WordsPerStretch / budget));
        var chosen = new List<SummaryCandidate>();
        var (used, announcements) = (0, 0);
        while (used < budget * Full)
        {
            left.RemoveAll(index => (chosen.Count > 0 && used + _candidates[index].WordCount > budget * Overrun) || (_candidates[index].IsAnnouncement && announcements >= MostAnnouncements));
            if (left.Count == 0)
                break;
            var best = left.MaxBy(Gain);
            var candidate = _candidates[best];
            chosen.Add(candidate);
            used += candidate.WordCount;
            announcements += candidate.IsAnnouncement ? 1 : 0;
            sections.Add(_sectionOf(candidate.Sentence));
            spread.Add(placeOf(candidate.Sentence));
            said.UnionWith(_concepts[best].Select(entry => entry.Concept));
            left.RemoveAll(index => _candidates[index].Sentence == candidate.Sentence);
        }

        return [.. chosen.OrderBy(candidate => candidate.Sentence)];

        double Gain(int index)
        {
            var candidate = _candidates[index];
            var news = _concepts[index].Sum(entry => said.Contains(entry.Concept) ? 0.0 : entry.Weight) / _meanWeight;
            var all = _concepts[index].Sum(entry => entry.Weight) / _meanWeight;
            var worth = (news + (_ranks[candidate.Sentence] * (0.2 + news) / (0.2 + all))) * candidate.Standing;
            worth *= _emphasis(candidate.Sentence);
            worth *= candidate.IsAnnouncement ? AnnouncementFactor : 1;
            worth *= sections.Contains(_sectionOf(candidate.Sentence)) ? 1 : NewSection;
            worth *= 1 + (NewStretch * spread.NewAt(placeOf(candidate.Sentence)));
            worth *= candidate.WordCount > budget * Overrun ? TooLong : 1;
            return worth / Math.Pow(candidate.WordCount, LengthPower);
        }
    }
}
