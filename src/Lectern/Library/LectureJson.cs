using Lectern.Data;

namespace Lectern.Library;

/// <summary>A lecture as a program sees it in a list.</summary>
/// <param name="Id">The lecture, which is also the id of its upload.</param>
/// <param name="Title">The title.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Course">The course; empty for none.</param>
/// <param name="Tags">The tags in alphabetical order.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="DeletedAt">When it was put in the recycle bin; null where it was not.</param>
/// <param name="Stage">Where the work stands: a name of <see cref="LectureStage"/>.</param>
/// <param name="Failure">Why it failed; null unless it did.</param>
/// <param name="Seconds">How long the recording is; null until all of it was heard.</param>
/// <param name="Version">Rises with every change of the lecture.</param>
public sealed record LectureJson(
    Guid Id,
    string Title,
    string FileName,
    string Course,
    IReadOnlyList<string> Tags,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DeletedAt,
    string Stage,
    string? Failure,
    double? Seconds,
    long Version)
{
    internal static LectureJson Of(LectureSummary lecture) => new(
        lecture.Id,
        lecture.Title,
        lecture.FileName,
        lecture.Course,
        lecture.Tags,
        lecture.CreatedAt,
        lecture.DeletedAt,
        lecture.Stage.ToString(),
        lecture.Failure,
        lecture.Duration?.TotalSeconds,
        lecture.Version);
}
