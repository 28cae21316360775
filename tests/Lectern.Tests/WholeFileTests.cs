namespace Lectern.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_takes_the_place_of_the_old_one_as_utf8_without_a_byte_order_mark()
    {
        File.WriteAllText(_folder["notes.md"], "a much longer text than the new one");

        WholeFile.Write(_folder["notes.md"], writer => writer.Write("naïve\n"));

        Assert.Equal("naïve\n"u8.ToArray(), File.ReadAllBytes(_folder["notes.md"]));
        Assert.Equal([_folder["notes.md"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Until_the_writer_has_finished_the_old_file_is_there()
    {
        File.WriteAllText(_folder["notes.md"], "old");
        var seen = "";

        WholeFile.Write(_folder["notes.md"], writer =>
        {
            writer.Write("new");
            writer.Flush();
            seen = File.ReadAllText(_folder["notes.md"]);
        });

        Assert.Equal("old", seen);
        Assert.Equal("new", File.ReadAllText(_folder["notes.md"]));
    }

    [Fact]
    public void Writer_that_fails_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(_folder["notes.md"], "old");

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(_folder["notes.md"], writer =>
        {
            writer.Write("half");
            throw new InvalidOperationException("The exporter failed.");
        }));

        Assert.Equal([_folder["notes.md"]], Directory.GetFiles(_folder.Path));
        Assert.Equal("old", File.ReadAllText(_folder["notes.md"]));
    }

    [Fact]
    public void Full_disk_is_said_in_a_sentence_that_names_the_file()
    {
        File.WriteAllText(_folder["notes.md"], "old");

        var error = Assert.Throws<LectureException>(() => WholeFile.Write(_folder["notes.md"], _ => throw new IOException("No space left on device.")));

        Assert.Contains("notes.md", error.Message, StringComparison.Ordinal);
        Assert.Contains("No space left on device.", error.Message, StringComparison.Ordinal);
        Assert.Equal([_folder["notes.md"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Folder_in_the_file_s_place_is_said_and_left_alone()
    {
        Directory.CreateDirectory(_folder["notes.md"]);

        var error = Assert.Throws<LectureException>(() => WholeFile.Write(_folder["notes.md"], writer => writer.Write("new")));

        Assert.Contains("notes.md", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.True(Directory.Exists(_folder["notes.md"]));
    }

    [Fact]
    public void Folder_that_is_not_there_is_said()
    {
        var path = Path.Combine(_folder["nowhere"], "notes.md");

        var error = Assert.Throws<LectureException>(() => WholeFile.Write(path, writer => writer.Write("new")));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
