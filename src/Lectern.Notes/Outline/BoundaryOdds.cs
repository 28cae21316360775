namespace Lectern.Notes.Outline;

/// <summary>How likely a section begins at a sentence, by what is said there.</summary>
/// <remarks>
/// A logistic regression on <see cref="BoundaryFeatures"/>, fitted by <c>bench notes --part outline-fit</c> on the chapters that people
/// gave to recorded university lectures; no text is kept, only these weights. Pure and thread-safe.
/// </remarks>
internal static class BoundaryOdds
{
    // One for each of BoundaryFeatures.Names, in that order.
    private static readonly double[] Weights =
    [
        1.49, 0.41, 0.43, -0.55, -0.87, 0.28, 1.33, 0.95, 0.93, 0.40, 0.66, 0.81, 0.46,
        0.46, 0.15, -0.15, 0.26, 0.60, -0.60, 0.21, 0.09, 0.49, -4.61, -3.26,
    ];

    /// <summary>Returns the logarithm of the odds of a boundary for each sentence, without the constant that they share.</summary>
    /// <param name="features">Rows from <see cref="BoundaryFeatures"/>.</param>
    public static double[] Of(IReadOnlyList<IReadOnlyList<double>> features) =>
        [.. features.Select(row => row.Zip(Weights, (value, weight) => value * weight).Sum())];
}
