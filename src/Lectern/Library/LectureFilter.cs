namespace Lectern.Library;

/// <summary>Which lectures are listed, and in which order.</summary>
public sealed record LectureFilter
{
    /// <summary>Only those of a course; null for all, empty for those without one.</summary>
    public string? Course { get; init; }

    /// <summary>Only those with a tag; null for all.</summary>
    public string? Tag { get; init; }

    /// <summary>Those in the recycle bin instead of those in the library.</summary>
    public bool InBin { get; init; }

    /// <summary>The order; in the recycle bin the newest are those that were put there last.</summary>
    public LectureOrder Order { get; init; }
}
