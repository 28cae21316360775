namespace Lectern.Notes.Outline;

/// <summary>Chooses the cuts that should match most true ones, near misses counted in part.</summary>
/// <remarks>
/// Minimum Bayes risk decoding (S. Kumar and W. Byrne, 2004) for the F-measure of boundaries: where the likeliest single partition may put
/// all its cuts on narrow peaks, this one puts them where most partitions have a cut within three units. Pure and thread-safe.
/// </remarks>
internal static class ExpectedMatch
{
    private const int Tolerance = 3;

    /// <summary>Returns the first units of the parts, 0 first.</summary>
    /// <param name="chances">The chance of a cut before each unit.</param>
    /// <param name="starts">The first sample of each unit, and the end of the last.</param>
    /// <param name="shortestSamples">A part shorter than this is never made.</param>
    /// <param name="fewest">The least number of parts.</param>
    /// <param name="most">The greatest.</param>
    /// <returns>Only 0 if no number of parts in the range is possible.</returns>
    public static IReadOnlyList<int> Best(double[] chances, long[] starts, long shortestSamples, int fewest, int most)
    {
        var gains = Enumerable.Range(0, chances.Length).Select(unit => Gain(chances, unit)).ToArray();
        var trueCuts = chances.Sum();
        var count = chances.Length;
        var from = new int[most + 1][];
        var sums = new double[count + 1];
        Array.Fill(sums, double.NegativeInfinity);
        sums[0] = 0;
        var (bestMatch, bestParts) = (double.NegativeInfinity, 0);
        for (var parts = 1; parts <= most; parts++)
        {
            (sums, from[parts]) = AddPart(sums, gains, starts, shortestSamples);
            var match = sums[count] / Math.Max(parts - 1 + trueCuts, 1);
            if (parts >= fewest && match > bestMatch)
                (bestMatch, bestParts) = (match, parts);
        }

        return bestParts == 0 ? [0] : Trace(from, count, bestParts);
    }

    private static double Gain(double[] chances, int unit)
    {
        if (unit == 0)
            return 0;
        var gain = 0.0;
        for (var other = Math.Max(1, unit - Tolerance); other <= Math.Min(chances.Length - 1, unit + Tolerance); other++)
            gain += chances[other] * (1 - (Math.Abs(other - unit) / (Tolerance + 1.0)));
        return gain;
    }

    private static (double[] Sums, int[] From) AddPart(double[] sums, double[] gains, long[] starts, long shortestSamples)
    {
        var count = gains.Length;
        var next = new double[count + 1];
        var from = new int[count + 1];
        Array.Fill(next, double.NegativeInfinity);
        var (best, bestFirst, first) = (double.NegativeInfinity, 0, 0);
        for (var end = 1; end <= count; end++)
        {
            for (; first < end && starts[end] - starts[first] >= shortestSamples; first++)
            {
                if (sums[first] + gains[first] > best)
                    (best, bestFirst) = (sums[first] + gains[first], first);
            }

            (next[end], from[end]) = (best, bestFirst);
        }

        return (next, from);
    }

    private static List<int> Trace(int[][] from, int end, int parts)
    {
        var starts = new List<int>();
        for (var part = parts; part > 0; part--)
        {
            end = from[part][end];
            starts.Add(end);
        }

        starts.Reverse();
        return starts;
    }
}
