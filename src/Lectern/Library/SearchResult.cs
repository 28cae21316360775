namespace Lectern.Library;

/// <summary>What a search found.</summary>
/// <param name="Lectures">The lectures, the best first; at most <see cref="SearchLectures.MostLectures"/>.</param>
/// <param name="HasAllWords">Whether each line has all words; where no line has, lines with some of them are shown.</param>
public sealed record SearchResult(IReadOnlyList<FoundLecture> Lectures, bool HasAllWords)
{
    /// <summary>Nothing.</summary>
    internal static readonly SearchResult Empty = new([], HasAllWords: true);
}
