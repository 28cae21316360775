namespace Lectern.Notes.Exports.Subtitles;

/// <summary>Cuts the text of a segment into pieces of at most two lines.</summary>
/// <remarks>Dynamic programming: few pieces, breaks where they are read best, no piece shown too briefly or too long.</remarks>
internal static class CueCutter
{
    private const double PieceCost = 2;
    private const double HurriedCost = 3;
    private const double LingeringCost = 4;
    private const double UnevenCost = 2;

    // A piece with fewer columns than this is not made only to bring the one before it under seven seconds.
    private const int FewColumns = 15;

    /// <summary>Returns the indices of the first tokens of the pieces, 0 first.</summary>
    /// <param name="tokens">The tokens of the segment; at least one.</param>
    /// <param name="milliseconds">How long the segment lasts.</param>
    public static List<int> Cut(IReadOnlyList<CueToken> tokens, long milliseconds)
    {
        var total = CueLines.Columns(tokens, 0, tokens.Count);
        var cost = new double[tokens.Count + 1];
        var from = new int[tokens.Count + 1];
        Array.Fill(cost, double.PositiveInfinity);
        cost[0] = 0;
        for (var first = 0; first < tokens.Count; first++)
        {
            var before = cost[first] + (first == 0 ? 0 : BreakCost.Before(tokens, first));
            var fit = new Filling();
            for (var end = first + 1; end <= tokens.Count && fit.TryAdd(tokens[end - 1], end - 1 == first); end++)
            {
                var isWhole = first == 0 && end == tokens.Count;
                var sum = before + (isWhole ? 0 : PieceCostOf(fit.Columns, (double)milliseconds * fit.Columns / Math.Max(1, total)))
                    + (isWhole ? WholeCostOf(fit.Columns, milliseconds) : 0);
                if (sum < cost[end])
                    (cost[end], from[end]) = (sum, first);
            }
        }

        var starts = new List<int>();
        for (var end = tokens.Count; end > 0; end = from[end])
            starts.Add(from[end]);
        starts.Reverse();
        return starts;
    }

    private static double PieceCostOf(int columns, double milliseconds)
    {
        var full = (double)columns / (2 * CueToken.MaxColumns);
        var cost = PieceCost + (UnevenCost * (1 - full) * (1 - full));
        return cost + (milliseconds < CueShaper.ShortestMilliseconds ? HurriedCost : 0) + WholeCostOf(columns, milliseconds);
    }

    private static double WholeCostOf(int columns, double milliseconds) =>
        milliseconds > CueShaper.LongestMilliseconds && columns > FewColumns ? LingeringCost * milliseconds / CueShaper.LongestMilliseconds : 0;

    /// <summary>Fills two lines, token after token; filling the first line as far as it goes finds room wherever there is any.</summary>
    private sealed class Filling
    {
        private int _line = 1;
        private int _lineColumns;

        public int Columns { get; private set; }

        public bool TryAdd(CueToken token, bool isFirst)
        {
            var space = token.HasSpaceBefore ? 1 : 0;
            Columns += token.Columns + (isFirst ? 0 : space);
            _lineColumns += token.Columns + (_lineColumns == 0 ? 0 : space);
            if (_lineColumns <= CueToken.MaxColumns)
                return true;
            _lineColumns = token.Columns;
            return ++_line <= 2;
        }
    }
}
