using System.Text.Json;
using Lectern.Inference;
using Lectern.Notes.Exports;
using Lectern.Notes.Marks;

namespace Lectern.Notes.Tests.Exports;

public sealed class MarkExportTests
{
    private static readonly Lecture Marked = TestLecture.Small with
    {
        Marks =
        [
            Mark(MarkKind.Exam, 3),
            Mark(MarkKind.Note, 4) with { Text = "Ask about *this* <b>one</b>" },
            Mark(MarkKind.Gap, 5) with { Text = "The browser was closed", Missing = TimeSpan.FromSeconds(4) },
            Mark(MarkKind.Photo, 3601) with { PhotoFile = "photos/1-00-01_4.jpg" },
        ],
    };

    [Fact]
    public void Text_has_marks_after_the_paragraph_in_which_they_were_made() => Assert.Equal(
        """
        The sun is a *star*. Its light --> warms us & the <b>moon</b>.

        [00:03] Exam
        [00:04] Note: Ask about *this* <b>one</b>
        [00:05] 4 seconds are missing here: the browser was closed

        Der Mond heißt "Luna" 🌙.

        [1:00:01] Photo (photos/1-00-01_4.jpg)

        """,
        TestLecture.Write(new TextExporter(), Marked));

    [Fact]
    public void Markdown_shows_marks_as_they_were_typed_and_photos_as_pictures()
    {
        var text = TestLecture.Write(new MarkdownExporter(), Marked);

        Assert.Contains("\n**Exam** 00:03\n", text, StringComparison.Ordinal);
        Assert.Contains(@"**Note** 00:04: Ask about \*this\* \<b\>one\</b\>", text, StringComparison.Ordinal);
        Assert.Contains("*4 seconds are missing here: the browser was closed* (00:05)", text, StringComparison.Ordinal);
        Assert.Contains("**Photo** 1:00:01\n\n![Photo at 1:00:01](photos/1-00-01_4.jpg)\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("**Exam**", StringComparison.Ordinal) < text.IndexOf("Der Mond", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_list_all_marks()
    {
        var text = TestLecture.Write(new NotesExporter(), Marked);

        Assert.Contains("\n## Marks\n\n- **Exam** 00:03\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("lecture")]
    public void Json_has_marks_with_times_in_seconds_and_says_nothing_of_them_where_there_are_none(string name)
    {
        IExporter exporter = name == "json" ? new JsonExporter() : new LectureJsonExporter();

        using var marked = JsonDocument.Parse(TestLecture.Write(exporter, Marked));
        using var plain = JsonDocument.Parse(TestLecture.Write(exporter, TestLecture.Small));

        var marks = marked.RootElement.GetProperty("marks");
        Assert.Equal(4, marks.GetArrayLength());
        Assert.Equal(("gap", 5.0, 4.0), (marks[2].GetProperty("kind").GetString(), marks[2].GetProperty("start").GetDouble(), marks[2].GetProperty("missing").GetDouble()));
        Assert.False(marks[0].TryGetProperty("text", out _));
        Assert.False(plain.RootElement.TryGetProperty("marks", out _));
    }

    [Fact]
    public void Marks_of_a_lecture_without_words_are_written_too() =>
        Assert.Equal("[00:03] Exam\n", TestLecture.Write(new TextExporter(), TestLecture.TranscriptOnly with { Segments = [], Marks = [Mark(MarkKind.Exam, 3)] }));

    private static Mark Mark(MarkKind kind, int seconds) => new() { Kind = kind, StartSample = seconds * SampleClock.Rate, EndSample = seconds * SampleClock.Rate };
}
