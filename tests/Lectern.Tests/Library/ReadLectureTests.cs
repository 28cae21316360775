using Lectern.Data;
using Lectern.Inference;
using Lectern.Library;
using Lectern.Notes;
using Lectern.Notes.Exports;
using Lectern.Notes.Summary;
using Lectern.Tests.Data;

namespace Lectern.Tests.Library;

public sealed class ReadLectureTests
{
    private static readonly Guid Owner = Guid.NewGuid();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lecture_comes_with_all_that_belongs_to_it()
    {
        using var database = await TestDatabase.OpenAsync();
        var (lecture, other) = (Rows.Lecture(Owner, "Sleep"), Rows.Lecture(Owner, "Other"));
        await database.AddAsync(
            lecture, other, Rows.Segment(lecture.Id, 1, "Second."), Rows.Segment(lecture.Id, 0, "First."), Rows.Segment(other.Id, 0, "Not this."),
            new TagRow { LectureId = lecture.Id, Name = "exam" }, Edit(lecture, "Nap", "Sleep"), Edit(other, "x", "Other"));

        var view = await new ReadLecture(database).RunAsync(Owner, lecture.Id, Cancellation);

        Assert.NotNull(view);
        Assert.Equal("Sleep", view.Row.Title);
        Assert.Equal(["First.", "Second."], view.Segments.Select(segment => segment.Text));
        Assert.Equal(["exam"], view.Tags);
        Assert.Equal("Nap", Assert.Single(view.Edits).Before);
        Assert.Null(view.Notes);
    }

    [Fact]
    public async Task Lecture_of_another_workspace_is_not_there()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Guid.NewGuid(), "Foreign");
        await database.AddAsync(lecture, Rows.Segment(lecture.Id, 0, "Secret."));

        Assert.Null(await new ReadLecture(database).RunAsync(Owner, lecture.Id, Cancellation));
        Assert.Empty(await new ReadSegments(database).RunAsync(Owner, lecture.Id, after: -1, Cancellation));
    }

    [Fact]
    public async Task Growing_transcript_is_read_from_where_the_reader_is()
    {
        using var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Owner, "Sleep");
        await database.AddAsync(lecture, Rows.Segment(lecture.Id, 0, "First."), Rows.Segment(lecture.Id, 1, "Second."), Rows.Segment(lecture.Id, 2, "Third."));

        var segments = await new ReadSegments(database).RunAsync(Owner, lecture.Id, after: 0, Cancellation);

        Assert.Equal(["Second.", "Third."], segments.Select(segment => segment.Text));
    }

    [Fact]
    public void Exports_have_the_corrections_and_lack_what_was_taken_out()
    {
        var lecture = Rows.Lecture(Owner, "Sleep", row => row.DurationSamples = 16_000 * 60);
        var notes = SampleStoredNotes();
        var view = new LectureView { Row = lecture, Segments = [Rows.Segment(lecture.Id, 0, "Corrected.")], Notes = notes, Tags = [], Edits = [] };

        var exported = ToLecture.Run(view, SummaryStyle.Brief);

        Assert.Equal(TimeSpan.FromMinutes(1), exported.Duration);
        Assert.Equal("Corrected.", Assert.Single(exported.Segments).Text);
        Assert.Equal(notes.Cards.Count - 1, exported.Notes.Cards.Cards.Count);
        Assert.DoesNotContain(notes.Cards[0].Value, exported.Notes.Cards.Cards);
        Assert.Equal(notes.Summaries[SummaryStyle.Brief].Select(sentence => sentence.Value), exported.Notes.Summary);
        Assert.NotEqual(notes.Summaries[SummaryStyle.Detailed].Count, exported.Notes.Summary.Count);
        foreach (var file in ExportFormats.NotesFolder)
            file.Exporter.Write(exported, TextWriter.Null);
    }

    [Fact]
    public void Search_lines_have_names_of_their_own_and_hold_each_sentence_once()
    {
        var notes = SampleStoredNotes();

        var lines = SearchLines.OfNotes(Guid.NewGuid(), notes).ToList();

        Assert.Equal(lines.Count, lines.DistinctBy(line => (line.Kind, line.Item)).Count());
        Assert.Equal(notes.Cards.Count - 1, lines.Count(line => line.Kind == SearchLineKind.Card));
        Assert.DoesNotContain(lines, line => line.Text.Contains("{{c", StringComparison.Ordinal));
        Assert.Contains(lines, line => string.Equals(line.Text, notes.Sections[0].Title, StringComparison.Ordinal) && line.Item == -1);
        var sentence = notes.Summaries[SummaryStyle.Detailed][0].Value.Text;
        Assert.Single(lines, line => string.Equals(line.Text, sentence, StringComparison.Ordinal));
    }

    /// <summary>The notes of the sample lecture as they are kept, with the first card taken out.</summary>
    private static StoredNotes SampleStoredNotes()
    {
        var sentences = File.ReadLines(Path.ChangeExtension(Repository.Sample, ".txt")).Where(line => line.Length > 0);
        var notes = WriteNotes.Run(
            [.. sentences.Select((text, i) => new TranscriptSegment { StartSample = i * 80_000L, EndSample = (i + 1) * 80_000L, Text = text, MeanLogProbability = -0.1 })],
            "en",
            firstKey: 1);
        return notes with { Cards = [notes.Cards[0] with { IsRemoved = true }, .. notes.Cards.Skip(1)] };
    }

    private static EditRow Edit(LectureRow lecture, string before, string after) =>
        new() { LectureId = lecture.Id, Target = EditTarget.Title, Item = 0, Before = before, After = after, At = Rows.Morning };
}
