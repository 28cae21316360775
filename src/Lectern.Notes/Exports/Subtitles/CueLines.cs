namespace Lectern.Notes.Exports.Subtitles;

/// <summary>Lays tokens out in one or two lines.</summary>
internal static class CueLines
{
    private const double ImbalanceWeight = 0.08;

    /// <summary>Returns the columns of a run of tokens in one line.</summary>
    public static int Columns(IReadOnlyList<CueToken> tokens, int first, int end)
    {
        var columns = 0;
        for (var index = first; index < end; index++)
            columns += tokens[index].Columns + (index > first && tokens[index].HasSpaceBefore ? 1 : 0);
        return columns;
    }

    /// <summary>Returns the lines of a run of tokens that fits in two lines.</summary>
    /// <exception cref="ArgumentException">The run does not fit in two lines.</exception>
    public static IReadOnlyList<string> Layout(IReadOnlyList<CueToken> tokens, int first, int end)
    {
        if (Columns(tokens, first, end) <= CueToken.MaxColumns)
            return [CueToken.Join(tokens, first, end)];

        var (best, bestCost) = (-1, double.PositiveInfinity);
        for (var cut = first + 1; cut < end; cut++)
        {
            var (upper, lower) = (Columns(tokens, first, cut), Columns(tokens, cut, end));
            var cost = BreakCost.Before(tokens, cut) + (Math.Abs(upper - lower) * ImbalanceWeight);
            if (upper <= CueToken.MaxColumns && lower <= CueToken.MaxColumns && cost < bestCost)
                (best, bestCost) = (cut, cost);
        }

        return best < 0
            ? throw new ArgumentException("The text does not fit in two lines of a subtitle.", nameof(tokens))
            : [CueToken.Join(tokens, first, best), CueToken.Join(tokens, best, end)];
    }
}
