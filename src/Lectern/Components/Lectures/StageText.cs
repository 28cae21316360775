using System.Globalization;
using Lectern.Data;
using Lectern.Notes.Exports;
using Lectern.Sessions;

namespace Lectern.Components.Lectures;

/// <summary>Says in words how far a lecture is.</summary>
internal static class StageText
{
    /// <summary>Returns the stage: "Transcribing".</summary>
    internal static string Of(LectureProgress progress) => progress.Stage switch
    {
        LectureStage.Receiving when progress.IsLive => "Waiting for the recorder",
        LectureStage.Receiving => "Waiting for the upload",
        LectureStage.Waiting when progress.Place > 1 => $"In the queue, place {progress.Place}",
        LectureStage.Waiting => "Next in the queue",
        LectureStage.LoadingModel when progress.ModelShare is not null => "Fetching the speech model",
        LectureStage.LoadingModel => "Loading the speech model",
        LectureStage.Transcribing when progress.IsLive => "Being recorded",
        LectureStage.Transcribing => "Transcribing",
        LectureStage.WritingNotes => "Writing notes and cards",
        LectureStage.Cancelled => "Stopped",
        LectureStage.Failed => "Failed",
        _ => "Done",
    };

    /// <summary>Returns the figures that are known: "34 % · 42× as fast as speech · about 2 minutes left".</summary>
    internal static string Details(LectureProgress progress)
    {
        List<string> parts = [];
        if (!progress.IsReceived)
        {
            parts.Add(progress.UploadLength is > 0 and { } length
                ? $"{Percent((double)progress.ReceivedBytes / length)} received"
                : $"{PeopleText.Bytes(progress.ReceivedBytes)} received");
        }

        if (progress.Stage is LectureStage.LoadingModel && progress.ModelShare is { } share)
            parts.Add(Percent(share));
        if (progress.Stage is LectureStage.Transcribing)
            AddTranscription(parts, progress);
        return string.Join(" · ", parts);
    }

    /// <summary>Returns the share of what is being done, for a bar; null where it is not known.</summary>
    internal static string? Share(LectureProgress progress)
    {
        var share = progress.Stage switch
        {
            LectureStage.Receiving when progress.UploadLength is > 0 and { } length => (double)progress.ReceivedBytes / length,
            LectureStage.LoadingModel => progress.ModelShare,
            LectureStage.Transcribing or LectureStage.Cancelled => progress.Share,
            LectureStage.Waiting => progress.Share ?? 0,
            _ => null,
        };
        return share?.ToString("0.###", CultureInfo.InvariantCulture);
    }

    private static void AddTranscription(List<string> parts, LectureProgress progress)
    {
        parts.Add(progress.Share is { } share && progress.IsReceived ? Percent(share) : $"{TimeLabel.Of(progress.Done)} done");
        if (progress.Speed is { } speed && !progress.IsLive)
            parts.Add($"{speed:0}× as fast as speech");
        if (progress.TimeLeft is { } left && progress.IsReceived)
            parts.Add($"{PeopleText.About(left)} left");
    }

    private static string Percent(double share) => $"{Math.Floor(Math.Clamp(share, 0, 1) * 100):0} %";
}
