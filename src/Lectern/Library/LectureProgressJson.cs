using Lectern.Data;
using Lectern.Sessions;

namespace Lectern.Library;

/// <summary>How far a lecture is, as a program sees it.</summary>
/// <param name="Id">The lecture.</param>
/// <param name="Title">The title.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Stage">Where the work stands this moment: a name of <see cref="LectureStage"/>.</param>
/// <param name="Failure">Why it failed; null unless it did.</param>
/// <param name="ReceivedBytes">Bytes of the upload on the disk.</param>
/// <param name="UploadBytes">The upload's length; null while it is not known.</param>
/// <param name="IsReceived">Whether all bytes are there.</param>
/// <param name="DoneSeconds">Up to where the transcript is complete.</param>
/// <param name="Seconds">How long the recording is, or seems to be; null while nothing is known.</param>
/// <param name="Share">The share that is transcribed, from 0 to 1; null while the length is not known.</param>
/// <param name="Speed">Seconds of the recording transcribed in a second; null while nothing was.</param>
/// <param name="SecondsLeft">An estimate of the time that the transcription takes still; null where none can be made.</param>
/// <param name="Place">Place in the queue from 1; 0 where it does not wait.</param>
/// <param name="Segments">Number of segments of the transcript.</param>
/// <param name="IsDeleted">Whether the lecture lies in the recycle bin.</param>
/// <param name="Version">Rises with every change of the lecture.</param>
public sealed record LectureProgressJson(
    Guid Id,
    string Title,
    string FileName,
    string Stage,
    string? Failure,
    long ReceivedBytes,
    long? UploadBytes,
    bool IsReceived,
    double DoneSeconds,
    double? Seconds,
    double? Share,
    double? Speed,
    double? SecondsLeft,
    int Place,
    int Segments,
    bool IsDeleted,
    long Version)
{
    internal static LectureProgressJson Of(LectureRow lecture, LectureProgress progress) => new(
        lecture.Id,
        lecture.Title,
        lecture.FileName,
        progress.Stage.ToString(),
        progress.Failure,
        progress.ReceivedBytes,
        progress.UploadLength,
        progress.IsReceived,
        progress.Done.TotalSeconds,
        progress.Duration?.TotalSeconds,
        progress.Share,
        progress.Speed,
        progress.TimeLeft?.TotalSeconds,
        progress.Place,
        progress.Segments,
        progress.IsDeleted,
        progress.Version);
}
