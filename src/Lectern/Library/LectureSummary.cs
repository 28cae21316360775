using Lectern.Data;
using Lectern.Inference;

namespace Lectern.Library;

/// <summary>What a list shows of a lecture.</summary>
public sealed record LectureSummary
{
    /// <summary>The lecture.</summary>
    public required Guid Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The course; empty for none.</summary>
    public required string Course { get; init; }

    /// <summary>The tags in alphabetical order.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was put in the recycle bin; null where it was not.</summary>
    public required DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Where the work stands in the database; a session knows it to the second.</summary>
    public required LectureStage Stage { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public required string? Failure { get; init; }

    /// <summary>Whether all bytes are there.</summary>
    public required bool IsReceived { get; init; }

    /// <summary>The upload's length in bytes; null while it is not known.</summary>
    public required long? UploadLength { get; init; }

    /// <summary>Up to which sample the transcript is complete.</summary>
    public required long DoneSamples { get; init; }

    /// <summary>The recording's length in samples; null until all of it was heard.</summary>
    public required long? DurationSamples { get; init; }

    /// <summary>Rises with every change of the lecture.</summary>
    public required long Version { get; init; }

    /// <summary>How long the recording is; null until all of it was heard.</summary>
    public TimeSpan? Duration => DurationSamples is { } samples ? SampleClock.ToTime(samples) : null;

    /// <summary>Up to where the transcript is complete.</summary>
    public TimeSpan Done => SampleClock.ToTime(DoneSamples);
}
