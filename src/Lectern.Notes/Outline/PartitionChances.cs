using System.Numerics.Tensors;

namespace Lectern.Notes.Outline;

/// <summary>How likely a cut is at every place, over all the ways to cut a row of units into parts.</summary>
/// <remarks>
/// The weight of a part is that of J. Eisenstein and R. Barzilay, "Bayesian unsupervised topic segmentation", EMNLP 2008: the Dirichlet
/// compound multinomial likelihood of its words. The sum over all partitions is the forward–backward algorithm of L. Rabiner (1989) with
/// parts for states. Time grows with the square of the number of units, times the number of parts.
/// </remarks>
internal sealed class PartitionChances
{
    // How strongly the number of parts is held to what is expected, in nats per squared part of deviation.
    private const double CountWeight = 5;
    // Words of a part repeat each other, so their likelihood counts for less than that of as many independent words.
    private const double WordWeight = 0.05;
    // The odds of neighbouring units share their evidence, so they too count for less.
    private const double RewardWeight = 0.5;
    // What is added to every count beforehand: the concentration of the Dirichlet distribution that a part's words are drawn from.
    private const double Smoothing = 0.6;
    private readonly int[][] _terms;
    private readonly long[] _starts;
    private readonly long _shortestSamples;
    private readonly double[][] _weights;
    private readonly double[] _totalLogs;

    /// <summary>Computes the weight of every possible part.</summary>
    /// <param name="terms">The term numbers of each unit, with repeats.</param>
    /// <param name="vocabularySize">Number of different terms.</param>
    /// <param name="rewards">The logarithm of the odds of a cut before each unit.</param>
    /// <param name="starts">The first sample of each unit, and the end of the last.</param>
    /// <param name="shortestSamples">A part shorter than this is never made.</param>
    public PartitionChances(int[][] terms, int vocabularySize, double[] rewards, long[] starts, long shortestSamples)
    {
        _terms = terms;
        _starts = starts;
        _shortestSamples = shortestSamples;
        _weights = new double[terms.Length][];
        _totalLogs = [.. Enumerable.Range(0, terms.Sum(unit => unit.Length)).Select(words => Math.Log(words + (Smoothing * vocabularySize)))];
        var counts = new int[vocabularySize];
        for (var first = 0; first < terms.Length; first++)
        {
            Array.Clear(counts);
            _weights[first] = WeightsFrom(first, first == 0 ? 0 : RewardWeight * rewards[first], counts);
        }
    }

    /// <summary>Returns the chance of a cut before each unit; 0 for the first, and everywhere if no partition is allowed.</summary>
    /// <param name="fewest">The least number of parts to consider.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="expected">The number that is most likely beforehand.</param>
    public double[] Of(int fewest, int most, double expected)
    {
        var before = Before(most);
        var after = After(most);
        var count = _terms.Length;
        var priors = Enumerable.Range(0, most + 1).Select(parts => -CountWeight * (parts - expected) * (parts - expected)).ToArray();
        var total = LogOfSum([.. Enumerable.Range(fewest, most - fewest + 1).Select(parts => before[parts][count] + priors[parts])]);
        var chances = new double[count];
        for (var parts = fewest; parts <= most && !double.IsNegativeInfinity(total); parts++)
        {
            for (var done = 1; done < parts; done++)
            {
                for (var unit = 1; unit < count; unit++)
                    chances[unit] += Math.Exp(before[done][unit] + after[parts - done][unit] + priors[parts] - total);
            }
        }

        return chances;
    }

    // For each number of parts and each end, the logarithm of the weight of all ways to cut what lies before.
    private double[][] Before(int most)
    {
        var count = _terms.Length;
        var sums = Start(most, count, 0);
        var summands = new double[count];
        var weights = new double[count];
        for (var end = 1; end <= count; end++)
        {
            for (var first = 0; first < end; first++)
                weights[first] = _weights[first][end - first - 1];
            for (var parts = 1; parts <= most; parts++)
            {
                TensorPrimitives.Add(sums[parts - 1].AsSpan(0, end), weights.AsSpan(0, end), summands);
                sums[parts][end] = LogOfSum(summands.AsSpan(0, end));
            }
        }

        return sums;
    }

    private double[][] After(int most)
    {
        var count = _terms.Length;
        var sums = Start(most, count, count);
        var summands = new double[count];
        for (var parts = 1; parts <= most; parts++)
        {
            for (var first = 0; first < count; first++)
            {
                var part = summands.AsSpan(0, count - first);
                TensorPrimitives.Add(sums[parts - 1].AsSpan(first + 1), _weights[first], part);
                sums[parts][first] = LogOfSum(part);
            }
        }

        return sums;
    }

    private static double[][] Start(int most, int count, int certain)
    {
        var sums = new double[most + 1][];
        for (var parts = 0; parts <= most; parts++)
        {
            sums[parts] = new double[count + 1];
            Array.Fill(sums[parts], double.NegativeInfinity);
        }

        sums[0][certain] = 0;
        return sums;
    }

    // The summands are overwritten.
    private static double LogOfSum(Span<double> logarithms)
    {
        var greatest = TensorPrimitives.Max<double>(logarithms);
        if (double.IsNegativeInfinity(greatest))
            return greatest;
        TensorPrimitives.Subtract(logarithms, greatest, logarithms);
        TensorPrimitives.Exp<double>(logarithms, logarithms);
        return greatest + Math.Log(TensorPrimitives.Sum<double>(logarithms));
    }

    // The log-likelihood of the words from a unit on, for every end: each word given those before it in the part.
    private double[] WeightsFrom(int first, double reward, int[] counts)
    {
        var weights = new double[_terms.Length - first];
        var (words, likelihood) = (0, 0.0);
        for (var unit = first; unit < _terms.Length; unit++)
        {
            foreach (var term in _terms[unit])
            {
                var count = counts[term]++;
                likelihood += Logs.Of(count) - _totalLogs[words++];
            }

            var isTooShort = _starts[unit + 1] - _starts[first] < _shortestSamples;
            weights[unit - first] = isTooShort ? double.NegativeInfinity : reward + (WordWeight * likelihood);
        }

        return weights;
    }

    /// <summary>Natural logarithms of smoothed counts, looked up: the same few are needed some millions of times.</summary>
    private static class Logs
    {
        private static readonly double[] Table = [.. Enumerable.Range(0, 4096).Select(count => Math.Log(count + Smoothing))];

        public static double Of(int count) => count < Table.Length ? Table[count] : Math.Log(count + Smoothing);
    }
}
