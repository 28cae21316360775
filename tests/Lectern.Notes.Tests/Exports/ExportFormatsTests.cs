using Lectern.Notes.Exports;

namespace Lectern.Notes.Tests.Exports;

public sealed class ExportFormatsTests
{
    [Fact]
    public void Format_is_found_by_name_in_any_case() => Assert.IsType<SrtExporter>(ExportFormats.Find("SRT"));

    [Fact]
    public void Unknown_format_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<NotSupportedException>(() => ExportFormats.Find("docx"));

        Assert.Equal("There is no format \"docx\". Choose one of: txt, srt, vtt, json, md.", error.Message);
    }

    [Fact]
    public void Folder_of_a_lecture_has_all_its_files() => Assert.Equal(
        ["transcript.txt", "transcript.srt", "transcript.vtt", "notes.md", "cards.txt", "cards.json", "lecture.json", "report.txt"],
        ExportFormats.NotesFolder.Select(file => file.FileName));
}
