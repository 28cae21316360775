using Lectern.Data;
using Lectern.Inference;
using Lectern.Notes;
using Lectern.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Hosting;

/// <summary>A finished lecture of a workspace, put there without an upload.</summary>
internal static class OwnLecture
{
    private static readonly string[] Sentences =
    [
        "Sleep is a state in which the brain sorts what it has seen during the day.",
        "The hippocampus is a part of the brain that stores new memories for a short time.",
        "During deep sleep the hippocampus replays what happened, and the cortex learns from it.",
        "A memory that is replayed often becomes a part of the cortex and needs the hippocampus no more.",
        "Students who sleep eight hours after a lecture remember forty percent more of it than those who do not.",
        "Caffeine is a substance that keeps adenosine from telling the brain that it is tired.",
        "Adenosine builds up during the day, which is why we are tired in the evening.",
        "Dreams happen mostly in a phase that is called rapid eye movement sleep.",
        "The circadian rhythm is a clock in the brain that follows the light of the day.",
        "A student who works all night moves this clock by hours and pays for it during the week.",
        "Short naps of twenty minutes restore attention and do not harm the sleep of the night.",
        "Alcohol shortens deep sleep, and therefore the memories of an evening are the first to go.",
        "Good habits are a cool room, a fixed hour and no bright screen before going to bed.",
        "Two nights of good sleep after a lecture are worth more than an hour of reading it again.",
    ];

    /// <summary>Gets its transcript.</summary>
    internal static IReadOnlyList<TranscriptSegment> Transcript { get; } = [.. Sentences.Select((sentence, i) => ToSegment(Rows.Segment(Guid.Empty, i, sentence)))];

    /// <summary>Adds the lecture: row, transcript, notes, audio and waveform.</summary>
    internal static async Task<LectureRow> AddAsync(LecternTestServer server, Guid ownerId, string title, byte[] audio)
    {
        var lecture = Rows.Lecture(ownerId, title, row => (row.DurationSamples, row.DoneSamples) = (Sentences.Length * 80_000L, Sentences.Length * 80_000L));
        var segments = Sentences.Select((sentence, i) => Rows.Segment(lecture.Id, i, sentence)).ToArray();
        var notes = WriteNotes.Run([.. segments.Select(ToSegment)], "en", firstKey: 1);
        await server.AddAsync([lecture, .. segments, new NotesRow { LectureId = lecture.Id, Json = NotesJson.Write(notes), Version = 1 }]);
        var folder = server.Services.GetRequiredService<AudioFolder>();
        folder.Create(lecture.Id);
        await File.WriteAllBytesAsync(folder.RecordingOf(lecture.Id), audio, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.WaveformOf(lecture.Id), [0, 128, 255], TestContext.Current.CancellationToken);
        return lecture;
    }

    private static TranscriptSegment ToSegment(SegmentRow row) => new()
    {
        StartSample = row.StartSample,
        EndSample = row.EndSample,
        Text = row.Text,
        MeanLogProbability = row.MeanLogProbability,
        IsFlagged = row.IsFlagged,
    };
}
