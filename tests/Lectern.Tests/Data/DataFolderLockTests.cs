using Lectern.Data;

namespace Lectern.Tests.Data;

public sealed class DataFolderLockTests
{
    [Fact]
    public void Second_server_on_a_folder_is_refused_with_a_sentence()
    {
        using var folder = new TemporaryFolder();
        var layout = new DataLayout(folder["data"]);
        using var first = DataFolderLock.Take(layout);

        var error = Assert.Throws<LectureException>(() => DataFolderLock.Take(layout));

        Assert.Contains("in use by another Lectern", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_is_free_when_the_first_server_is_gone()
    {
        using var folder = new TemporaryFolder();
        var layout = new DataLayout(folder.Path);
        DataFolderLock.Take(layout).Dispose();

        using var second = DataFolderLock.Take(layout);

        Assert.True(File.Exists(layout.Lock));
    }

    [Fact]
    public void Folder_that_cannot_be_made_is_refused_with_a_sentence()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");

        var error = Assert.Throws<LectureException>(() => DataFolderLock.Take(new DataLayout(folder["file"])));

        Assert.Contains("cannot be made", error.Message, StringComparison.Ordinal);
    }
}
