namespace Lectern.Notes.Summary;

/// <summary>How much of a stretch of speech is near a sentence that has been chosen.</summary>
/// <remarks>
/// A chosen sentence covers what is said within some distance on both sides; the opening and the close of the stretch count by themselves.
/// Not thread-safe.
/// </remarks>
internal sealed class Spread
{
    private const int Points = 200;

    // The first and the last words count as this share of what a sentence covers.
    private const double EndShare = 1;
    private readonly bool[] _covered = new bool[Points];
    private readonly double _distance;
    private bool _isOpeningCovered;
    private bool _isCloseCovered;

    /// <summary>Prepares a stretch of which nothing is covered.</summary>
    /// <param name="distance">How far a sentence reaches on each side, as a share of the stretch; above 0.</param>
    public Spread(double distance) => _distance = distance;

    /// <summary>Returns what a sentence at a place would cover anew: 0 to 2.</summary>
    /// <param name="place">Where the sentence stands: 0 at the beginning of the stretch, 1 at its end.</param>
    public double NewAt(double place)
    {
        var points = 0;
        for (var point = 0; point < Points; point++)
            points += !_covered[point] && IsNear(point, place) ? 1 : 0;
        var share = points / (2 * Points * _distance);
        share += !_isOpeningCovered && place <= _distance ? EndShare : 0;
        return share + (!_isCloseCovered && place >= 1 - _distance ? EndShare : 0);
    }

    /// <summary>Takes note of a chosen sentence.</summary>
    /// <param name="place">As above.</param>
    public void Add(double place)
    {
        for (var point = 0; point < Points; point++)
            _covered[point] |= IsNear(point, place);
        _isOpeningCovered |= place <= _distance;
        _isCloseCovered |= place >= 1 - _distance;
    }

    private bool IsNear(int point, double place) => Math.Abs(((point + 0.5) / Points) - place) <= _distance;
}
