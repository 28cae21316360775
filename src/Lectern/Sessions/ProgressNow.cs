using Lectern.Data;
using Lectern.Inference;

namespace Lectern.Sessions;

/// <summary>Puts together how far a lecture is, of what is stored and what its run told last.</summary>
internal static class ProgressNow
{
    /// <summary>Says how far a lecture is.</summary>
    /// <param name="lecture">What is stored.</param>
    /// <param name="active">Its run.</param>
    /// <param name="received">Bytes on the disk.</param>
    /// <param name="segments">Number of segments.</param>
    internal static LectureProgress Of(LectureRow lecture, SessionRun active, long received, int segments)
    {
        var run = active.Progress;
        var done = SampleClock.ToTime(lecture.DoneSamples);
        var duration = lecture.DurationSamples is { } samples ? SampleClock.ToTime(samples) : run?.Duration;
        return new LectureProgress
        {
            LectureId = lecture.Id,
            Version = lecture.Version,
            Stage = run?.Stage ?? lecture.Stage,
            Failure = lecture.Failure,
            ReceivedBytes = received,
            UploadLength = lecture.UploadLength,
            IsReceived = lecture.IsReceived,
            Heard = run?.Heard ?? TimeSpan.Zero,
            Done = done,
            Duration = duration,
            Speed = active.Pace.Speed(done),
            TimeLeft = active.Pace.Left(done, duration),
            Place = run?.Place ?? 0,
            ModelShare = run?.ModelShare,
            Segments = segments,
            IsDeleted = lecture.DeletedAt is not null,
        };
    }
}
