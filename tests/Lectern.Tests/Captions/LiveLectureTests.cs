using System.Net;
using Lectern.Data;
using Lectern.Inference;
using Lectern.Tests.Hosting;
using Lectern.Tests.Ingest;
using Lectern.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Captions;

public sealed class LiveLectureTests
{
    private const int Seconds = 45;
    private const string Mark = "written before the server ended";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Captions_come_before_the_transcript_which_is_that_of_the_file()
    {
        Repository.NeedSpeech();
        var recording = await LiveRecording.MakeAsync(TimeSpan.FromSeconds(Seconds));
        await using var server = await LecternTestServer.StartAsync();
        await using var file = await LectureProbe.UploadAsync(server, LiveRecording.AsFile(recording));
        await using var live = await LectureProbe.CreateAsync(server, length: null, "Recording.wav");

        await live.SendAsync(recording.AsMemory(0, LiveRecording.BytesTo(8)));
        while (!live.Captions.Any(caption => caption.Lines.Count > 0))
            await live.WhenAsync(_ => true);
        Assert.All(live.Captions.SelectMany(caption => caption.Lines), line => Assert.True(line.EndSample <= SampleClock.ToSample(TimeSpan.FromSeconds(8))));
        Assert.Contains("sleep", string.Join(' ', live.Captions.Last().Lines.Select(line => line.Text)), StringComparison.OrdinalIgnoreCase);
        // A window is in the transcript as soon as it is over, long before the recording is.
        await live.SendAsync(recording.AsMemory(LiveRecording.BytesTo(8), LiveRecording.BytesTo(30) - LiveRecording.BytesTo(8)));
        Assert.False((await live.WhenAsync(progress => progress.Segments > 0)).IsReceived);
        await live.SendAsync(recording.AsMemory(LiveRecording.BytesTo(30)));
        await live.Session.SetLengthAsync(recording.Length);

        var done = await live.WhenAsync(progress => progress.Stage == LectureStage.Done);
        await file.WhenAsync(progress => progress.Stage == LectureStage.Done);
        Assert.Equal(TimeSpan.FromSeconds(Seconds), done.Duration);
        Assert.Equal(await TextsAsync(server, file.Id), await TextsAsync(server, live.Id));
    }

    [Fact]
    public async Task Recording_goes_on_at_a_new_server_and_no_finished_window_is_decoded_again()
    {
        Repository.NeedSpeech();
        var recording = await LiveRecording.MakeAsync(TimeSpan.FromSeconds(Seconds));
        using var folder = new TemporaryFolder();
        Guid id;
        await using (var server = await LecternTestServer.StartAsync(dataFolder: folder.Path))
        {
            await using var live = await LectureProbe.CreateAsync(server, length: null, "Recording.wav");
            id = live.Id;
            await live.SendAsync(recording.AsMemory(0, LiveRecording.BytesTo(30)));
            await live.WhenAsync(progress => progress.Segments > 0);
            // What is decoded again would be written again.
            await server.ReadAsync(db => db.Segments.Where(row => row.LectureId == id).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.OriginalText, Mark), Cancellation));
        }

        await using var again = await LecternTestServer.StartAsync(dataFolder: folder.Path);
        await using var rest = await LectureProbe.OpenAsync(again, id);
        await rest.SendAsync(recording.AsMemory(LiveRecording.BytesTo(30)));
        await rest.Session.SetLengthAsync(recording.Length);
        await rest.WhenAsync(progress => progress.Stage == LectureStage.Done);

        var originals = await again.ReadAsync(db => db.Segments.Where(row => row.LectureId == id).OrderBy(row => row.Index).Select(row => row.OriginalText).ToListAsync(Cancellation));
        Assert.Equal(Mark, originals[0]);
        Assert.NotEqual(Mark, originals[^1]);
    }

    [Fact]
    public async Task Listener_hears_words_then_segments_and_one_that_comes_back_hears_the_rest()
    {
        Repository.NeedSpeech();
        var recording = await LiveRecording.MakeAsync(TimeSpan.FromSeconds(30));
        await using var server = await LecternTestServer.StartAsync();
        using var browser = await server.OpenBrowserAsync();
        var tus = new TusClient(browser);
        var address = await tus.CreateAsync(length: null, "Recording.wav");
        var captions = $"/api/lectures/{address.ToString().Split('/')[^1]}/captions";

        await using var listener = await CaptionListener.OpenAsync(browser, captions);
        using (var first = await tus.PatchAsync(address, 0, recording[..LiveRecording.BytesTo(8)]))
            Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        var provisional = await listener.WhenAsync("provisional", data => data.GetProperty("text").GetString()!.Contains("sleep", StringComparison.OrdinalIgnoreCase));
        Assert.InRange(provisional.Data.GetProperty("heard").GetDouble(), 1, 8);
        using (var second = await tus.PatchAsync(address, LiveRecording.BytesTo(8), recording[LiveRecording.BytesTo(8)..], ("Upload-Length", $"{recording.Length}")))
            Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        var segments = await listener.WhenAsync("segments", _ => true);
        await listener.WhenAsync("stage", data => data.GetProperty("stage").GetString() is "Done");
        await listener.WhenEndsAsync();

        Assert.Equal(0, segments.Data.GetProperty("from").GetInt32());
        var count = segments.Data.GetProperty("segments").GetArrayLength();
        Assert.Equal($"{count}", segments.Id);
        await using var late = await CaptionListener.OpenAsync(browser, captions, lastEventId: "1");
        var rest = await late.WhenAsync("segments", _ => true);
        Assert.Equal(1, rest.Data.GetProperty("from").GetInt32());
        await late.WhenEndsAsync();
        using var stranger = await server.OpenBrowserAsync();
        using var refused = await stranger.GetAsync(captions, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static Task<List<string>> TextsAsync(LecternTestServer server, Guid lecture) =>
        server.ReadAsync(db => db.Segments.Where(row => row.LectureId == lecture).OrderBy(row => row.Index).Select(row => row.Text).ToListAsync(Cancellation));
}
