using Lectern.Notes;

namespace Lectern.Tests.Notes;

public sealed class NotesFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void New_folder_is_made_with_those_above_it()
    {
        var path = Path.Combine(_folder["term"], "week 1", "talk");

        new NotesFolder(path).Claim();

        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void File_of_that_name_is_refused_and_kept()
    {
        File.WriteAllText(_folder["talk"], "mine");

        var error = Assert.Throws<LectureException>(() => new NotesFolder(_folder["talk"]).Claim());

        Assert.Contains($"'{_folder["talk"]}' is a file", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["talk"]));
    }

    [Theory]
    [InlineData("notes.md")]
    [InlineData("transcript.txt")]
    [InlineData("report.txt")]
    public void Folder_with_somebody_s_own_file_of_the_same_name_is_refused(string name)
    {
        File.WriteAllText(_folder[name], "mine");

        var error = Assert.Throws<LectureException>(() => new NotesFolder(_folder.Path).Claim());

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lecture.json")]
    [InlineData(".lectern-journal.jsonl")]
    public void Folder_of_an_earlier_run_is_taken_again(string trace)
    {
        File.WriteAllText(_folder["notes.md"], "ours");
        File.WriteAllText(_folder[trace], "{}");

        var error = Record.Exception(() => new NotesFolder(_folder.Path).Claim());

        Assert.Null(error);
    }

    [Fact]
    public void Folder_with_other_files_is_taken()
    {
        File.WriteAllText(_folder["slides.pdf"], "mine");

        var error = Record.Exception(() => new NotesFolder(_folder.Path).Claim());

        Assert.Null(error);
    }

    [Fact]
    public void Folder_below_a_file_cannot_be_made_which_is_said()
    {
        File.WriteAllText(_folder["file"], "");

        var error = Assert.Throws<LectureException>(() => new NotesFolder(Path.Combine(_folder["file"], "talk")).Claim());

        Assert.Contains("cannot be created", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_an_empty_folder_is_removed()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Directory.CreateDirectory(_folder["full"]);
        File.WriteAllText(Path.Combine(_folder["full"], "slides.pdf"), "mine");

        new NotesFolder(_folder["empty"]).RemoveIfEmpty();
        new NotesFolder(_folder["full"]).RemoveIfEmpty();

        Assert.Equal([_folder["full"]], Directory.GetDirectories(_folder.Path));
    }
}
