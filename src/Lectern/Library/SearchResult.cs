namespace Lectern.Library;

/// <summary>What a search found.</summary>
/// <param name="Lectures">The lectures, the best first; at most <see cref="SearchLectures.MostLectures"/>.</param>
/// <param name="HasAllWords">Whether each line has all words; where no line has, lines with some of them are shown.</param>
/// <param name="IsComplete">Whether all lines were weighed; of a word that is too common, only the newest <see cref="SearchLectures.MostLines"/> are.</param>
public sealed record SearchResult(IReadOnlyList<FoundLecture> Lectures, bool HasAllWords, bool IsComplete)
{
    /// <summary>Nothing.</summary>
    internal static readonly SearchResult Empty = new([], HasAllWords: true, IsComplete: true);
}
