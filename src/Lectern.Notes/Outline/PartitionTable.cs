namespace Lectern.Notes.Outline;

/// <summary>The cheapest ways to cut a row of units into one, two, three … parts.</summary>
/// <remarks>
/// The cost of a part is that of J. Eisenstein and R. Barzilay, "Bayesian unsupervised topic segmentation", EMNLP 2008: minus the logarithm of
/// the Dirichlet compound multinomial likelihood of its words. Time grows with the square of the number of units, times the number of parts.
/// </remarks>
internal sealed class PartitionTable
{
    // How strongly the number of parts is held to what is expected, in nats per squared part of deviation.
    private const double CountWeight = 30;
    // Words of a part repeat each other, so their likelihood counts for less than that of as many independent words.
    private const double WordWeight = 0.1;
    // What is added to every count beforehand: the concentration of the Dirichlet distribution that a part's words are drawn from.
    private const double Smoothing = 0.6;
    private readonly int[][] _terms;
    private readonly double[] _rewards;
    private readonly long[] _starts;
    private readonly long _shortestSamples;
    private readonly double[][] _partCosts;
    private readonly double[] _totalLogs;

    /// <summary>Computes the cost of every possible part.</summary>
    /// <param name="terms">The term numbers of each unit, with repeats.</param>
    /// <param name="vocabularySize">Number of different terms.</param>
    /// <param name="rewards">What is taken off the cost of a cut before each unit, in nats.</param>
    /// <param name="starts">The first sample of each unit, and the end of the last.</param>
    /// <param name="shortestSamples">A part shorter than this is never made, but for the whole.</param>
    public PartitionTable(int[][] terms, int vocabularySize, double[] rewards, long[] starts, long shortestSamples)
    {
        _terms = terms;
        _rewards = rewards;
        _starts = starts;
        _shortestSamples = shortestSamples;
        _partCosts = new double[terms.Length][];
        _totalLogs = [.. Enumerable.Range(0, terms.Sum(unit => unit.Length)).Select(words => Math.Log(words + (Smoothing * vocabularySize)))];
        var counts = new int[vocabularySize];
        for (var first = 0; first < terms.Length; first++)
        {
            Array.Clear(counts);
            _partCosts[first] = CostsFrom(first, counts);
        }
    }

    /// <summary>Returns the first units of the parts of the best partition.</summary>
    /// <param name="fewest">The least number of parts to consider.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="expected">The number that is most likely beforehand.</param>
    public IReadOnlyList<int> Best(int fewest, int most, double expected)
    {
        var count = _terms.Length;
        var from = new int[most + 1][];
        var costs = new double[count + 1];
        Array.Fill(costs, double.PositiveInfinity);
        costs[0] = 0;
        var (bestCost, bestParts) = (double.PositiveInfinity, 1);
        for (var parts = 1; parts <= most; parts++)
        {
            (costs, from[parts]) = AddPart(costs);
            var prior = CountWeight * (parts - expected) * (parts - expected);
            if (parts >= fewest && costs[count] + prior < bestCost)
                (bestCost, bestParts) = (costs[count] + prior, parts);
        }

        return double.IsPositiveInfinity(bestCost) ? [0] : Trace(from, bestParts);
    }

    private (double[] Costs, int[] From) AddPart(double[] costs)
    {
        var count = _terms.Length;
        var next = new double[count + 1];
        var from = new int[count + 1];
        Array.Fill(next, double.PositiveInfinity);
        for (var first = 0; first < count; first++)
        {
            if (double.IsPositiveInfinity(costs[first]))
                continue;
            var before = costs[first] - _rewards[first];
            var row = _partCosts[first];
            for (var length = 1; length <= row.Length; length++)
            {
                var cost = before + row[length - 1];
                if (cost < next[first + length])
                    (next[first + length], from[first + length]) = (cost, first);
            }
        }

        return (next, from);
    }

    private List<int> Trace(int[][] from, int parts)
    {
        var starts = new List<int>();
        var end = _terms.Length;
        for (var part = parts; part > 0; part--)
        {
            end = from[part][end];
            starts.Add(end);
        }

        starts.Reverse();
        return starts;
    }

    // Minus the log-likelihood of the words from a unit on, for every end, the weight on it: each word given those before it in the part.
    private double[] CostsFrom(int first, int[] counts)
    {
        var costs = new double[_terms.Length - first];
        var (words, cost) = (0, 0.0);
        for (var unit = first; unit < _terms.Length; unit++)
        {
            foreach (var term in _terms[unit])
            {
                var count = counts[term]++;
                cost += _totalLogs[words++] - Logs.Of(count);
            }

            var isWhole = first == 0 && unit == _terms.Length - 1;
            var isTooShort = _starts[unit + 1] - _starts[first] < _shortestSamples && !isWhole;
            costs[unit - first] = isTooShort ? double.PositiveInfinity : WordWeight * cost;
        }

        return costs;
    }

    /// <summary>Natural logarithms of smoothed counts, looked up: the same few are needed some millions of times.</summary>
    private static class Logs
    {
        private static readonly double[] Table = [.. Enumerable.Range(0, 4096).Select(count => Math.Log(count + Smoothing))];

        public static double Of(int count) => count < Table.Length ? Table[count] : Math.Log(count + Smoothing);
    }
}
