using Lectern.Data;

namespace Lectern.Sessions;

/// <summary>How far a lecture is, as a page shows it.</summary>
[GenerateSerializer, Immutable]
public sealed record LectureProgress
{
    /// <summary>The lecture.</summary>
    [Id(0)]
    public required Guid LectureId { get; init; }

    /// <summary>Rises with every change of what is stored; a page that shows an older one reads again.</summary>
    [Id(1)]
    public required long Version { get; init; }

    /// <summary>Where the work stands.</summary>
    [Id(2)]
    public required LectureStage Stage { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    [Id(3)]
    public string? Failure { get; init; }

    /// <summary>Bytes of the upload on the disk.</summary>
    [Id(4)]
    public long ReceivedBytes { get; init; }

    /// <summary>The upload's length; null while it is not known.</summary>
    [Id(5)]
    public long? UploadLength { get; init; }

    /// <summary>Whether all bytes are on the disk.</summary>
    [Id(6)]
    public bool IsReceived { get; init; }

    /// <summary>How much has been decoded to sound in this run.</summary>
    [Id(7)]
    public TimeSpan Heard { get; init; }

    /// <summary>Up to where the transcript is complete.</summary>
    [Id(8)]
    public TimeSpan Done { get; init; }

    /// <summary>How long the recording is, or seems to be; null while nothing is known.</summary>
    [Id(9)]
    public TimeSpan? Duration { get; init; }

    /// <summary>Seconds of the recording transcribed in a second; null while nothing was.</summary>
    [Id(10)]
    public double? Speed { get; init; }

    /// <summary>An estimate of the time that the transcription takes still; null where none can be made.</summary>
    [Id(11)]
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Place in the queue from 1; 0 where it does not wait.</summary>
    [Id(12)]
    public int Place { get; init; }

    /// <summary>How much of the model is fetched, from 0 to 1; null where none is being fetched.</summary>
    [Id(13)]
    public double? ModelShare { get; init; }

    /// <summary>Number of segments of the transcript.</summary>
    [Id(14)]
    public int Segments { get; init; }

    /// <summary>Whether the lecture lies in the recycle bin.</summary>
    [Id(15)]
    public bool IsDeleted { get; init; }

    /// <summary>The share of the recording that is transcribed, from 0 to 1; null while its length is not known.</summary>
    public double? Share => Stage is LectureStage.Done or LectureStage.WritingNotes ? 1
        : Duration is { Ticks: > 0 } duration ? Math.Clamp(Done / duration, 0, 1) : null;

    /// <summary>Whether it is being recorded: nobody knows yet how long it will be.</summary>
    public bool IsLive => UploadLength is null && !IsReceived;

    /// <summary>Whether something is still to be done without the user.</summary>
    public bool IsActive => Stage is not (LectureStage.Done or LectureStage.Cancelled or LectureStage.Failed);
}
