namespace Lectern.Data;

/// <summary>A lecture: whose it is, what it is called, what was received and how far the work on it is.</summary>
/// <remarks>Written by its <see cref="Sessions.ILectureSession"/> alone; everyone else reads.</remarks>
public sealed class LectureRow
{
    /// <summary>The lecture's id, random; also the id of its upload.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workspace that it belongs to; 128 random bits.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The title for people.</summary>
    public required string Title { get; set; }

    /// <summary>The name of the file as the browser gave it, made harmless; for people only, never a path.</summary>
    public required string FileName { get; init; }

    /// <summary>The course that it belongs to; empty where none was named.</summary>
    public string Course { get; set; } = "";

    /// <summary>When the lecture was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was put in the recycle bin; null where it was not.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The upload's length in bytes; null while it is deferred.</summary>
    public long? UploadLength { get; set; }

    /// <summary>The upload's metadata exactly as the client sent it (tus, <c>Upload-Metadata</c>).</summary>
    public string UploadMetadata { get; init; } = "";

    /// <summary>When an unfinished upload is given up; null for a finished one.</summary>
    public DateTimeOffset? UploadExpiresAt { get; set; }

    /// <summary>Whether all bytes of the upload are on the disk.</summary>
    public bool IsReceived { get; set; }

    /// <summary>Where the work stands.</summary>
    public LectureStage Stage { get; set; }

    /// <summary>Why the work failed and what to do, in a sentence for people; null unless <see cref="Stage"/> says so.</summary>
    public string? Failure { get; set; }

    /// <summary>The speech model's id.</summary>
    public required string Model { get; set; }

    /// <summary>What is spoken, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Up to which sample the transcript is complete.</summary>
    public long DoneSamples { get; set; }

    /// <summary>The recording's length in samples; null until all of it was heard.</summary>
    public long? DurationSamples { get; set; }

    /// <summary>Counts the runs of the work: a run writes only while the epoch is its own, so that a stale one changes nothing.</summary>
    public int Epoch { get; set; }

    /// <summary>Counts the changes of anything that a page shows.</summary>
    public long Version { get; set; }
}
