using Bunit;
using Lectern.Components.Lectures;
using Lectern.Data;
using Lectern.Library;
using Lectern.Notes.Marks;
using Lectern.Sessions;
using Lectern.Tests.Data;

namespace Lectern.Tests.Components;

public sealed class TranscriptMarksTests
{
    private const int Second = 16_000;
    private static readonly LectureRow Lecture = Rows.Lecture(Guid.NewGuid(), "Sleep", row => row.DurationSamples = 20 * Second);

    [Fact]
    public void Marks_that_say_a_word_are_chips_of_the_line_that_was_being_said()
    {
        using var context = new BunitContext();

        // Lines last five seconds.
        var tab = Draw(context, Mark(MarkKind.Important, 4.9), Mark(MarkKind.Exam, 5), Mark(MarkKind.Lost, 19));

        var rows = tab.FindAll(".segment");
        Assert.Equal(["Important", "Exam", "", "Lost the thread"], rows.Select(row => string.Concat(row.QuerySelectorAll(".mark-chip").Select(chip => chip.TextContent))));
        Assert.Equal("Exam at 00:05: change", rows[1].QuerySelector(".mark-chip")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void Note_is_a_line_of_text_whatever_was_typed()
    {
        using var context = new BunitContext();

        var tab = Draw(context, Mark(MarkKind.Note, 6, "<script>alert(1)</script>"), Mark(MarkKind.Exam, 7, "Chapter 4"));

        Assert.Equal(["<script>alert(1)</script>", "Chapter 4"], tab.FindAll("li:nth-child(2) .mark-words").Select(words => words.TextContent));
        Assert.Empty(tab.FindAll("script"));
        Assert.Empty(tab.FindAll(".mark-chip"));
    }

    [Fact]
    public void Gap_before_the_first_word_comes_first_and_says_what_is_missing()
    {
        using var context = new BunitContext();
        var gap = Mark(MarkKind.Gap, 0, "The microphone was muted");
        gap.MissingMilliseconds = 3_000;

        var tab = context.Render<TranscriptTab>(parameters => parameters.Add(tab => tab.View, View([Rows.Segment(Lecture.Id, 0, "Late.")], gap)).Add(tab => tab.Progress, Progress));

        Assert.StartsWith("3 seconds are missing here: the microphone was muted", tab.Find("ol.transcript > li:first-child .missing").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(tab.FindAll("[data-begin-edit^=Mark]"));
    }

    [Fact]
    public void Photo_is_a_picture_with_a_name_that_opens()
    {
        using var context = new BunitContext();
        var photo = Mark(MarkKind.Photo, 6);
        photo.Photo = "0123456789abcdef";

        var tab = Draw(context, photo);

        var picture = tab.Find(".photo-link img");
        Assert.Equal("Photo taken at 00:06", picture.GetAttribute("alt"));
        Assert.Equal($"/api/lectures/{Lecture.Id}/marks/{photo.Id}/photo", tab.Find(".photo-link").GetAttribute("href"));
    }

    [Fact]
    public void Marks_of_a_lecture_without_words_are_shown_too()
    {
        using var context = new BunitContext();

        var tab = context.Render<TranscriptTab>(parameters => parameters.Add(tab => tab.View, View([], Mark(MarkKind.Exam, 3))).Add(tab => tab.Progress, Progress));

        Assert.Equal("Exam", tab.Find(".mark-line .mark-name").TextContent);
    }

    private static LectureProgress Progress => new() { LectureId = Lecture.Id, Version = 1, Stage = LectureStage.Done };

    private static IRenderedComponent<TranscriptTab> Draw(BunitContext context, params MarkRow[] marks) => context.Render<TranscriptTab>(parameters => parameters
        .Add(tab => tab.View, View([.. Enumerable.Range(0, 4).Select(i => Rows.Segment(Lecture.Id, i, $"Line {i}."))], marks))
        .Add(tab => tab.Progress, Progress));

    private static LectureView View(IReadOnlyList<SegmentRow> segments, params MarkRow[] marks) =>
        new() { Row = Lecture, Segments = segments, Marks = marks, Notes = null, Tags = [], Edits = [] };

    private static MarkRow Mark(MarkKind kind, double seconds, string text = "") => new()
    {
        LectureId = Lecture.Id,
        Id = Guid.NewGuid(),
        Number = 1,
        Kind = kind,
        StartSample = (long)(seconds * Second),
        EndSample = (long)(seconds * Second),
        Text = text,
        CreatedAt = Rows.Morning,
    };
}
