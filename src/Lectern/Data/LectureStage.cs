namespace Lectern.Data;

/// <summary>Where the work on a lecture stands. Stored by name: members are never renamed.</summary>
public enum LectureStage
{
    /// <summary>Bytes are awaited, and nothing can be done before they come.</summary>
    Receiving,

    /// <summary>Bytes wait for their turn to be transcribed.</summary>
    Waiting,

    /// <summary>The speech model is being fetched or loaded.</summary>
    LoadingModel,

    /// <summary>The lecture is being transcribed.</summary>
    Transcribing,

    /// <summary>Notes and cards are being made.</summary>
    WritingNotes,

    /// <summary>All is done.</summary>
    Done,

    /// <summary>The user stopped the work; what was finished is kept, and it can go on.</summary>
    Cancelled,

    /// <summary>The work cannot go on; <see cref="LectureRow.Failure"/> says why, and it can be tried again.</summary>
    Failed,
}
