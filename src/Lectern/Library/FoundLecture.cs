namespace Lectern.Library;

/// <summary>A lecture in which something was found.</summary>
/// <param name="LectureId">The lecture.</param>
/// <param name="Title">Its title.</param>
/// <param name="Course">Its course; empty for none.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="Count">How many of its lines were found.</param>
/// <param name="Hits">The best of them, the best first; at most <see cref="SearchLectures.HitsPerLecture"/>.</param>
public sealed record FoundLecture(Guid LectureId, string Title, string Course, DateTimeOffset CreatedAt, int Count, IReadOnlyList<SearchHit> Hits);
