using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Lectern.Data;
using Lectern.Exports;
using Lectern.Notes.Marks;
using Lectern.Tests.Data;
using Lectern.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Exports;

public sealed class ExportEndpointTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly LecternTestServer _server = shared.Server;
    private HttpClient _browser = null!;
    private Guid _owner;
    private LectureRow _lecture = null!;

    public async ValueTask InitializeAsync()
    {
        (var cookie, _owner) = await _server.NewOwnerAsync();
        _browser = _server.NewProgram(cookie);
        _lecture = await OwnLecture.AddAsync(_server, _owner, "Sleep: why/how?", [1, 2, 3, 4]);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_file_comes_with_its_type_and_a_name_that_can_be_stored()
    {
        foreach (var file in LectureFiles.All)
        {
            using var response = await GetAsync(file.FileName);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(file.Exporter.MediaType, response.Content.Headers.ContentType?.MediaType);
            Assert.NotEmpty(text);
            var name = response.Content.Headers.ContentDisposition?.FileNameStar;
            Assert.Matches($@"^Sleep- why-how-_\d{{4}}-\d\d-\d\d_\d\d-\d\d-\d\d_{file.FileName.Replace(".", "\\.", StringComparison.Ordinal)}$", name);
        }
    }

    [Fact]
    public void Files_are_those_of_the_command_line_and_every_other_kind()
    {
        string[] expected =
        [
            "cards.json", "cards.txt", "lecture.json", "notes.md", "report.txt", "summary.txt",
            "transcript.json", "transcript.md", "transcript.srt", "transcript.txt", "transcript.vtt",
        ];

        Assert.Equal(expected, LectureFiles.All.Select(file => file.FileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Transcript_has_the_words_and_the_whole_lecture_has_all()
    {
        var transcript = await TextAsync("transcript.txt");
        using var lecture = JsonDocument.Parse(await TextAsync("lecture.json"));

        Assert.Contains("The hippocampus is a part of the brain", transcript, StringComparison.Ordinal);
        Assert.Contains("Sleep: why/how?", lecture.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_chooses_the_summary()
    {
        var brief = await TextAsync("summary.txt?style=brief");
        var detailed = await TextAsync("summary.txt?style=Detailed");

        Assert.NotEqual(brief, detailed);
        using var unknown = await GetAsync("summary.txt?style=poem");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Archive_holds_every_file_as_it_is_by_itself()
    {
        using var response = await GetAsync("all.zip");
        await using var archive = await OpenAsync(response);

        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(LectureFiles.All.Select(file => file.FileName), archive.Entries.Select(entry => entry.FullName));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            Assert.Equal(await TextAsync(entry.FullName), await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Archive_holds_the_recording_where_it_is_asked_for()
    {
        using var response = await GetAsync("all.zip?audio=1");
        await using var archive = await OpenAsync(response);

        var sound = Assert.Single(archive.Entries, entry => entry.FullName.StartsWith("audio/", StringComparison.Ordinal));
        Assert.Equal("audio/Sleep- why-how-.mp3", sound.FullName);
        Assert.Equal(4, sound.Length);
    }

    [Fact]
    public async Task Archive_holds_the_photos_and_the_transcript_in_it_shows_them()
    {
        var mark = new MarkRow
        {
            LectureId = _lecture.Id,
            Id = Guid.NewGuid(),
            Number = 3,
            Kind = MarkKind.Photo,
            StartSample = 16_000,
            EndSample = 16_000,
            Text = "The board",
            Photo = "0123456789abcdef",
            CreatedAt = Rows.Morning,
        };
        await _server.AddAsync(mark);
        await File.WriteAllBytesAsync(_server.Services.GetRequiredService<AudioFolder>().PhotoOf(_lecture.Id, mark.Id, mark.Photo), Marks.MarkDesk.Jpeg, TestContext.Current.CancellationToken);

        using var response = await GetAsync("all.zip");
        await using var archive = await OpenAsync(response);

        Assert.Equal(Marks.MarkDesk.Jpeg.Length, Assert.Single(archive.Entries, entry => string.Equals(entry.FullName, "photos/00-01_3.jpg", StringComparison.Ordinal)).Length);
        using var reader = new StreamReader(await archive.GetEntry("transcript.md")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Contains("![Photo at 00:01](photos/00-01_3.jpg)", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("**Photo** 00:01: The board\n", await TextAsync("transcript.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_name_is_404()
    {
        using var response = await GetAsync("notes.exe");
        using var folder = await GetAsync("..%2Flectern.db");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, folder.StatusCode);
    }

    [Fact]
    public async Task Lecture_without_words_yet_is_409_with_a_sentence_and_one_without_speech_is_written()
    {
        var young = Rows.Lecture(_owner, "young", row => row.Stage = LectureStage.Waiting);
        var silent = Rows.Lecture(_owner, "silent", row => row.DurationSamples = 16_000);
        await _server.AddAsync(young, silent);

        using var early = await _browser.GetAsync($"/api/lectures/{young.Id}/exports/transcript.txt", TestContext.Current.CancellationToken);
        using var empty = await _browser.GetAsync($"/api/lectures/{silent.Id}/exports/report.txt", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("no transcript yet", await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
    }

    private Task<HttpResponseMessage> GetAsync(string name) => _browser.GetAsync($"/api/lectures/{_lecture.Id}/exports/{name}", TestContext.Current.CancellationToken);

    private Task<string> TextAsync(string name) => _browser.GetStringAsync($"/api/lectures/{_lecture.Id}/exports/{name}", TestContext.Current.CancellationToken);

    private static async Task<ZipArchive> OpenAsync(HttpResponseMessage response) => await ZipArchive.CreateAsync(
        new MemoryStream(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)),
        ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, TestContext.Current.CancellationToken);
}
