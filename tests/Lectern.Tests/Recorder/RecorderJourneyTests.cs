using Lectern.Data;
using Lectern.Tests.Browser;
using Lectern.Tests.Hosting;
using Lectern.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Recorder;

/// <summary>What a user does with the recorder.</summary>
[Collection(RecorderGroup.Collection)]
public sealed class RecorderJourneyTests(ChromiumFixture chromium)
{
    // How long the sample lecture takes to the end of this sentence: about a hundred words.
    private const double ClipSeconds = 43.7;
    private const string LastWords = "in Chicago.";

    [Fact]
    public async Task Recorded_lecture_has_the_words_that_its_file_has_and_its_marks()
    {
        Repository.NeedSpeech();
        await using var desk = await RecorderDesk.OpenAsync(chromium, path => SpokenClip.CutAsync(path, ClipSeconds));
        var (browser, page) = (desk.Browser, desk.Page);

        await browser.RecordAsync("Sleep");
        await browser.UntilAsync(2);
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.PressAsync("n");
        await browser.UntilAsync(4);
        await page.GetByLabel("Note at").FillAsync("Look this up");
        await page.Keyboard.PressAsync("Enter");
        await browser.UntilAsync(ClipSeconds + 1.5);
        await browser.StopAsync();
        await LectureBrowser.WaitForLectureAsync(page);

        var recorded = await TextAsync(desk.Server, LectureBrowser.LectureOf(page));
        await using var upload = await LectureProbe.UploadAsync(desk.Server, await File.ReadAllBytesAsync(desk.Sound, TestContext.Current.CancellationToken));
        var uploaded = await TextAsync(desk.Server, upload.Id);
        // A microphone's level is regulated, so a word may be heard otherwise than in the file.
        var said = await SaidAsync();
        var point = WordErrors.Words(said).Length / 100;
        Assert.InRange(point, 1, 2);
        Assert.True(WordErrors.CountIn(recorded, said) <= WordErrors.CountIn(uploaded, said) + point, $"Recorded: {recorded}\nUploaded: {uploaded}");
        var marks = (await browser.MarksAsync()).Where(mark => !string.Equals(mark.Kind, "gap", StringComparison.Ordinal)).ToList();
        Assert.Equal(["exam", "note"], marks.Select(mark => mark.Kind).Order(StringComparer.Ordinal));
        Assert.All(marks, mark => Assert.InRange(mark.Seconds, 1.75, 3.75));
        Assert.Equal("Look this up", marks.Single(mark => mark.Text.Length > 0).Text);
    }

    private static async Task<string> SaidAsync()
    {
        var text = await File.ReadAllTextAsync(Path.ChangeExtension(Repository.Sample, "txt"), TestContext.Current.CancellationToken);
        return text[..(text.IndexOf(LastWords, StringComparison.Ordinal) + LastWords.Length)];
    }

    private static async Task<string> TextAsync(LecternTestServer server, Guid lecture)
    {
        await using var probe = await LectureProbe.OpenAsync(server, lecture);
        await probe.WhenAsync(progress => progress.Stage == LectureStage.Done);
        var segments = await server.ReadAsync(db => db.Segments.Where(row => row.LectureId == lecture).OrderBy(row => row.Index).ToListAsync(TestContext.Current.CancellationToken));
        return string.Join(' ', segments.Select(segment => segment.Text));
    }
}
