using Lectern.Data;
using Lectern.Notes;
using Lectern.Notes.Marks;
using Lectern.Sessions;
using Lectern.Tests.Data;
using Lectern.Tests.Hosting;
using Lectern.Tests.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Marks;

public sealed class MarkSessionTests(MarkDesk desk) : IClassFixture<MarkDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Marks_made_before_the_notes_weigh_in_them()
    {
        var lecture = Rows.Lecture(desk.OwnerId, "Young", row => (row.Stage, row.DurationSamples) = (LectureStage.WritingNotes, OwnLecture.Transcript[^1].EndSample));
        await desk.Server.AddAsync([lecture, .. OwnLecture.Transcript.Select((segment, i) => Rows.Segment(lecture.Id, i, segment.Text)), Row(lecture.Id, Telling())]);
        await using var probe = await LectureProbe.OpenAsync(desk.Server, lecture.Id);

        await probe.Session.WakeAsync();
        await probe.WhenAsync(progress => progress.Stage == LectureStage.Done);

        var notes = await NotesAsync(lecture.Id);
        Assert.Equal(Summary(WriteNotes.Run(OwnLecture.Transcript, "en", 1, [Telling()])), Summary(notes));
        Assert.NotEqual(Summary(WriteNotes.Run(OwnLecture.Transcript, "en", 1)), Summary(notes));
    }

    [Fact]
    public async Task Marks_made_after_the_notes_weigh_when_the_notes_are_made_anew()
    {
        var lecture = await desk.LectureAsync();
        var before = await NotesAsync(lecture);
        await desk.AddAsync(lecture, "exam", Telling().Start.TotalSeconds);
        Assert.Equal(Summary(before), Summary(await NotesAsync(lecture)));

        await desk.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ILectureSession>(lecture).RemakeNotesAsync();

        var after = await NotesAsync(lecture);
        Assert.NotEqual(Summary(before), Summary(after));
        Assert.Equal((null, true), (before.Marks, after.Marks is not null));
    }

    /// <summary>Returns the first mark by which the summary becomes another.</summary>
    private static Mark Telling()
    {
        var plain = Summary(WriteNotes.Run(OwnLecture.Transcript, "en", 1));
        return OwnLecture.Transcript.Select(segment => new Mark { Kind = MarkKind.Exam, StartSample = segment.EndSample, EndSample = segment.EndSample })
            .First(mark => !string.Equals(plain, Summary(WriteNotes.Run(OwnLecture.Transcript, "en", 1, [mark])), StringComparison.Ordinal));
    }

    private static MarkRow Row(Guid lecture, Mark mark) => new()
    {
        LectureId = lecture,
        Id = Guid.NewGuid(),
        Number = 1,
        Kind = mark.Kind,
        StartSample = mark.StartSample,
        EndSample = mark.EndSample,
        CreatedAt = Rows.Morning,
    };

    private async Task<StoredNotes> NotesAsync(Guid lecture) => NotesJson.Read((await desk.Server.ReadAsync(db => db.Notes.AsNoTracking().SingleAsync(row => row.LectureId == lecture, Cancellation))).Json);

    private static string Summary(StoredNotes notes) =>
        string.Join('\n', notes.Summaries.OrderBy(style => style.Key).SelectMany(style => style.Value).Select(sentence => sentence.Value.Text));
}
