namespace Lectern.Bench.Captions;

/// <summary>A segment of a finished transcript.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Text">What is said.</param>
internal sealed record SpokenSegment(TimeSpan Start, TimeSpan End, string Text)
{
    /// <summary>Gets the number of words.</summary>
    internal int Words => CountOf(Text);

    /// <summary>Counts the words of a text.</summary>
    internal static int CountOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
