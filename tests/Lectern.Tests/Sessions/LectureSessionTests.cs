using Lectern.Data;
using Lectern.Sessions;
using Lectern.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Sessions;

public sealed class LectureSessionTests
{
    private static readonly byte[] Recording = File.ReadAllBytes(Repository.Sample);

    [Fact]
    public async Task Uploaded_lecture_gets_transcript_notes_and_cards()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var lecture = await LectureProbe.UploadAsync(server, Recording);

        var done = await lecture.WhenAsync(progress => progress.Stage == LectureStage.Done);

        Assert.True(done.IsReceived);
        Assert.Equal(done.Duration, done.Done);
        Assert.Equal(done.Segments, (await SegmentsAsync(server, lecture.Id)).Count);
        var notes = await server.ReadAsync(db => db.Notes.SingleAsync(row => row.LectureId == lecture.Id));
        Assert.Contains("\"Cards\"", notes.Json, StringComparison.Ordinal);
        Assert.True(File.Exists(server.Services.GetRequiredService<AudioFolder>().WaveformOf(lecture.Id)));
    }

    [Fact]
    public async Task Transcript_grows_while_the_upload_goes_on_and_is_that_of_the_whole_file()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var whole = await LectureProbe.UploadAsync(server, Recording);
        await whole.WhenAsync(progress => progress.Stage == LectureStage.Done);
        await using var lecture = await LectureProbe.CreateAsync(server, Recording.Length);

        await lecture.SendAsync(Recording.AsMemory(0, Recording.Length * 3 / 4));
        var early = await lecture.WhenAsync(progress => progress.Segments > 0);
        Assert.False(early.IsReceived);
        await lecture.SendAsync(Recording.AsMemory(Recording.Length * 3 / 4));
        await lecture.WhenAsync(progress => progress.Stage == LectureStage.Done);

        Assert.Equal(await SegmentsAsync(server, whole.Id), await SegmentsAsync(server, lecture.Id));
    }

    [Fact]
    public async Task Server_that_starts_again_goes_on_after_the_last_finished_batch()
    {
        using var folder = new TemporaryFolder();
        Guid id;
        List<string> before;
        await using (var server = await LecternTestServer.StartAsync(dataFolder: folder.Path))
        {
            await using var lecture = await LectureProbe.CreateAsync(server, Recording.Length);
            id = lecture.Id;
            await lecture.SendAsync(Recording.AsMemory(0, Recording.Length * 3 / 4));
            await lecture.WhenAsync(progress => progress.Segments > 0);
            before = await SegmentsAsync(server, id);
        }

        await using var again = await LecternTestServer.StartAsync(dataFolder: folder.Path);
        await using var resumed = await LectureProbe.OpenAsync(again, id);
        await resumed.SendAsync(Recording.AsMemory(Recording.Length * 3 / 4));
        await resumed.WhenAsync(progress => progress.Stage == LectureStage.Done);

        Assert.Equal(before, (await SegmentsAsync(again, id)).Take(before.Count));
        await using var undisturbed = await LectureProbe.UploadAsync(again, Recording);
        await undisturbed.WhenAsync(progress => progress.Stage == LectureStage.Done);
        Assert.Equal(await SegmentsAsync(again, undisturbed.Id), await SegmentsAsync(again, id));
    }

    [Fact]
    public async Task Server_killed_after_the_last_byte_and_before_it_was_noted_finishes_the_lecture()
    {
        using var folder = new TemporaryFolder();
        Guid id;
        await using (var server = await LecternTestServer.StartAsync(dataFolder: folder.Path))
        {
            await using var lecture = await LectureProbe.CreateAsync(server, Recording.Length);
            id = lecture.Id;
            await using var file = server.Services.GetRequiredService<AudioFolder>().OpenAppend(id);
            await file.WriteAsync(Recording, TestContext.Current.CancellationToken);
        }

        await using var again = await LecternTestServer.StartAsync(dataFolder: folder.Path);
        await using var resumed = await LectureProbe.OpenAsync(again, id);
        var done = await resumed.WhenAsync(progress => progress.Stage == LectureStage.Done);

        Assert.True(done.IsReceived);
    }

    [Fact]
    public async Task What_is_no_recording_fails_with_a_sentence_and_can_be_tried_again()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var lecture = await LectureProbe.UploadAsync(server, "This is a letter, not a lecture."u8.ToArray());

        var failed = await lecture.WhenAsync(progress => progress.Stage == LectureStage.Failed);
        Assert.Contains("lecture.mp3", failed.Failure, StringComparison.Ordinal);

        await lecture.Session.RetryAsync();
        await lecture.WhenAsync(progress => progress.Failure is null, mayFail: true);
        await lecture.WhenAsync(progress => progress.Stage == LectureStage.Failed);
    }

    [Fact]
    public async Task Cancelled_lecture_keeps_what_was_finished_and_goes_on_when_asked()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var lecture = await LectureProbe.CreateAsync(server, Recording.Length);
        await lecture.SendAsync(Recording.AsMemory(0, Recording.Length * 3 / 4));
        await lecture.WhenAsync(progress => progress.Segments > 0);

        await lecture.Session.CancelAsync();
        await lecture.SendAsync(Recording.AsMemory(Recording.Length * 3 / 4));
        var cancelled = await lecture.Session.GetProgressAsync();
        await lecture.Session.RetryAsync();
        var done = await lecture.WhenAsync(progress => progress.Stage == LectureStage.Done);

        Assert.Equal(LectureStage.Cancelled, cancelled.Stage);
        Assert.True(cancelled.IsReceived);
        Assert.True(done.Segments >= cancelled.Segments);
    }

    [Fact]
    public async Task Deleted_lecture_comes_back_whole_and_is_gone_for_good_when_purged()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var lecture = await LectureProbe.UploadAsync(server, Recording);
        await lecture.WhenAsync(progress => progress.Stage == LectureStage.Done);
        var before = await SegmentsAsync(server, lecture.Id);

        await Assert.ThrowsAsync<LectureException>(lecture.Session.PurgeAsync);
        await lecture.Session.DeleteAsync();
        Assert.True((await lecture.Session.GetProgressAsync()).IsDeleted);
        await lecture.Session.RestoreAsync();
        Assert.Equal(before, await SegmentsAsync(server, lecture.Id));
        await lecture.Session.DeleteAsync();
        await lecture.Session.PurgeAsync();

        Assert.False(await server.ReadAsync(db => db.Lectures.AnyAsync()));
        Assert.False(await server.ReadAsync(db => db.Segments.AnyAsync()));
        Assert.False(File.Exists(server.Services.GetRequiredService<AudioFolder>().RecordingOf(lecture.Id)));
    }

    [Fact]
    public async Task Second_lecture_waits_for_its_turn_and_says_its_place()
    {
        await using var server = await LecternTestServer.StartAsync();
        var turns = server.Services.GetRequiredService<TranscriptionTurns>();
        var turn = await turns.EnterAsync(Guid.NewGuid(), static _ => { }, TestContext.Current.CancellationToken);
        await using var lecture = await LectureProbe.UploadAsync(server, Recording);

        var waiting = await lecture.WhenAsync(progress => progress.Place > 0);
        turn.Dispose();
        var done = await lecture.WhenAsync(progress => progress.Stage == LectureStage.Done);

        Assert.Equal((LectureStage.Waiting, 1), (waiting.Stage, waiting.Place));
        Assert.Equal(0, done.Place);
    }

    [Fact]
    public async Task Edits_are_undone_and_made_again_and_the_original_stays()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var lecture = await LectureProbe.UploadAsync(server, Recording);
        await lecture.WhenAsync(progress => progress.Stage == LectureStage.Done);
        var original = (await SegmentsAsync(server, lecture.Id))[0];

        await lecture.Session.EditAsync(new LectureEdit(EditTarget.Segment, 0, "  Sleep\nand memory. "));
        await lecture.Session.EditAsync(new LectureEdit(EditTarget.Title, 0, "Memory"));
        var undone = await lecture.Session.UndoAsync();
        await lecture.Session.UndoAsync();
        Assert.Equal(original, (await SegmentsAsync(server, lecture.Id))[0]);
        Assert.Null(await lecture.Session.UndoAsync());
        await lecture.Session.RedoAsync();

        var segment = await server.ReadAsync(db => db.Segments.FirstAsync(row => row.Index == 0));
        Assert.Equal(new LectureEdit(EditTarget.Title, 0, "lecture"), undone);
        Assert.Equal(("Sleep and memory.", original), (segment.Text, segment.OriginalText));
        Assert.Equal(1, await server.ReadAsync(db => db.SearchLines.CountAsync(line => line.Kind == SearchLineKind.Segment && line.Item == 0 && line.Text == "Sleep and memory.")));
        await Assert.ThrowsAsync<LectureException>(() => lecture.Session.EditAsync(new LectureEdit(EditTarget.Segment, 100_000, "There is none.")));
        await Assert.ThrowsAsync<LectureException>(() => lecture.Session.EditAsync(new LectureEdit(EditTarget.Title, 0, " ")));
    }

    [Fact]
    public async Task Session_that_was_overtaken_writes_nothing()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var lecture = await LectureProbe.CreateAsync(server, length: null);
        var stale = new SessionStore(server.Services.GetRequiredService<IDbContextFactory<LecternDb>>(), lecture.Id);
        await stale.LoadAsync();
        await stale.WriteAsync(SessionStore.OfRow(row => row.Title = "First"));
        var newer = new SessionStore(server.Services.GetRequiredService<IDbContextFactory<LecternDb>>(), lecture.Id);
        await newer.LoadAsync();
        await newer.WriteAsync(SessionStore.OfRow(row => row.Title = "Second"));

        await Assert.ThrowsAsync<StaleSessionException>(() => stale.WriteAsync(SessionStore.OfRow(row => row.Title = "Third")));

        Assert.Equal("Second", await server.ReadAsync(db => db.Lectures.Select(row => row.Title).SingleAsync()));
    }

    private static async Task<List<string>> SegmentsAsync(LecternTestServer server, Guid lecture) =>
        await server.ReadAsync(db => db.Segments.Where(row => row.LectureId == lecture).OrderBy(row => row.Index).Select(row => row.Text).ToListAsync());
}
