using System.Net;
using System.Text;
using Lectern.Data;
using Lectern.Tests.Cli;
using Lectern.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Ingest;

public sealed class HostileUploadTests
{
    private static readonly LectureStage[] Ended = [LectureStage.Done, LectureStage.Failed];

    // Of these, nothing, a part or an error are all right.
    private static readonly string[] OpenEnded = ["header-only.wav", "bitflips.flac"];

    [Fact]
    public async Task Every_odd_recording_ends_as_expected_and_the_server_lives()
    {
        Repository.NeedSpeech();
        Assert.SkipWhen(Repository.SharedAudio is null, "../shared/audio is absent.");
        await using var server = await LecternTestServer.StartAsync();
        var tus = new TusClient(await server.OpenBrowserAsync());
        var rows = PathologicalRun.Rows().Select(row => row.Data).ToArray();
        foreach (var (file, _) in rows)
        {
            var bytes = await File.ReadAllBytesAsync(Repository.Recording(file), TestContext.Current.CancellationToken);
            var upload = await tus.CreateAsync(bytes.Length, Path.GetFileName(file));
            using var sent = await tus.PatchAsync(upload, 0, bytes);
            Assert.True(sent.StatusCode == HttpStatusCode.NoContent || bytes.Length == 0, $"{file}: {sent.StatusCode}");
        }

        var lectures = await WhenEndedAsync(server, rows.Length);

        Assert.All(rows.Where(row => !OpenEnded.Contains(Path.GetFileName(row.Item1))), row =>
        {
            var lecture = lectures.Single(lecture => string.Equals(lecture.FileName, Path.GetFileName(row.Item1), StringComparison.Ordinal));
            Assert.True(row.Item2 is "error" == (lecture.Stage == LectureStage.Failed), $"{lecture.FileName}: {lecture.Stage}, {lecture.Failure}");
        });
        Assert.All(lectures.Where(lecture => lecture.Stage == LectureStage.Failed), AssertIsSentence);
        using var health = await tus.Http.GetAsync("/healthz", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Hundred_uploads_at_once_are_all_taken_and_each_is_told_what_is_wrong()
    {
        Repository.NeedSpeech();
        await using var server = await LecternTestServer.StartAsync();
        var tus = new TusClient(await server.OpenBrowserAsync());
        var bytes = Enumerable.Range(0, 100).Select(seed => TusClient.Noise(5_000 + seed, seed)).ToArray();

        var uploads = await Task.WhenAll(bytes.Select(async (content, i) =>
        {
            var upload = await tus.CreateAsync(content.Length, $"{i}.mp3");
            using var first = await tus.PatchAsync(upload, 0, content[..2_500]);
            using var second = await tus.PatchAsync(upload, 2_500, content[2_500..]);
            Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
            return upload;
        }));

        var audio = server.Services.GetRequiredService<AudioFolder>();
        Assert.All(uploads.Zip(bytes), pair => Assert.Equal(pair.Second, File.ReadAllBytes(audio.RecordingOf(TusServer.IdOf(pair.First)))));
        var lectures = await WhenEndedAsync(server, 100);
        Assert.All(lectures.Where(lecture => lecture.Stage == LectureStage.Failed), AssertIsSentence);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>.mp3", "<img src=x onerror=alert(1)>.mp3")]
    [InlineData("../../../../etc/cron.d/evil", "evil")]
    [InlineData("..\\..\\windows\\system32\\evil.dll", "evil.dll")]
    [InlineData("'; DROP TABLE Lectures; --.mp3", "'; DROP TABLE Lectures; --.mp3")]
    [InlineData("a\"; filename=\"b.html", "a\"; filename=\"b.html")]
    [InlineData("a\r\nSet-Cookie: x=y.mp3", "a Set-Cookie: x=y.mp3")]
    public async Task Name_is_shown_and_never_followed(string name, string expected)
    {
        await using var server = await LecternTestServer.StartAsync();
        var tus = new TusClient(await server.OpenBrowserAsync());
        var upload = await tus.CreateAsync(100, name);
        using var sent = await tus.PatchAsync(upload, 0, Encoding.ASCII.GetBytes(new string('x', 100)));

        using var download = await tus.Http.GetAsync($"/api/lectures/{TusServer.IdOf(upload)}/audio?download=1", TestContext.Current.CancellationToken);

        Assert.Equal(expected, await server.ReadAsync(db => db.Lectures.Select(row => row.FileName).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        Assert.False(download.Headers.Contains("Set-Cookie"));
        var files = Directory.EnumerateFiles(server.Layout.Audio, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(server.Layout.Audio, path));
        Assert.All(files, file => Assert.StartsWith($"{TusServer.IdOf(upload):N}/", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Types_and_headers_that_lie_change_nothing()
    {
        await using var server = await LecternTestServer.StartAsync();
        var tus = new TusClient(await server.OpenBrowserAsync());
        var page = "<!DOCTYPE html><script>alert(document.cookie)</script>"u8.ToArray();
        var metadata = $"filename {Convert.ToBase64String("page.html"u8)},filetype {Convert.ToBase64String("text/html"u8)}";
        using var created = await tus.SendAsync(HttpMethod.Post, "/files", TusClient.Body(page), ("Upload-Length", $"{page.Length}"), ("Upload-Metadata", metadata));

        using var played = await tus.Http.GetAsync($"/api/lectures/{TusServer.IdOf(created.Headers.Location!)}/audio", TestContext.Current.CancellationToken);

        Assert.Equal("application/octet-stream", played.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", played.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static void AssertIsSentence(LectureRow lecture)
    {
        Assert.EndsWith(".", lecture.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', lecture.Failure!);
        Assert.DoesNotContain("Exception", lecture.Failure, StringComparison.Ordinal);
        Assert.Contains(lecture.FileName, lecture.Failure, StringComparison.Ordinal);
    }

    private static async Task<List<LectureRow>> WhenEndedAsync(LecternTestServer server, int count)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await server.ReadAsync(db => db.Lectures.CountAsync(row => Ended.Contains(row.Stage), TestContext.Current.CancellationToken)) < count)
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        return await server.ReadAsync(db => db.Lectures.ToListAsync(TestContext.Current.CancellationToken));
    }
}
