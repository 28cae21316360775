using Lectern.Data;
using Lectern.Tests.Data;

namespace Lectern.Tests.Cli;

public sealed class BackupCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backup_goes_to_another_machine()
    {
        using var database = await TestDatabase.OpenAsync();
        await database.AddAsync(Rows.Lecture(Guid.NewGuid(), "Sleep"));

        var backup = await RunningProgram.RunAsync("backup", _folder["b.tar.gz"], "--data", database.Layout.Root);
        var restore = await RunningProgram.RunAsync("restore", _folder["b.tar.gz"], "--data", _folder["there"]);

        backup.AssertEnded(0);
        Assert.StartsWith($"1 lecture from {database.Layout.Root} is in {_folder["b.tar.gz"]}.", backup.Output, StringComparison.Ordinal);
        restore.AssertEnded(0);
        Assert.EndsWith("Browsers that were signed in still are.\n", restore.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(new DataLayout(_folder["there"]).Database));
    }

    [Fact]
    public async Task Folder_without_lectures_is_answered_with_a_sentence()
    {
        var backup = await RunningProgram.RunAsync("backup", _folder["b.tar"], "--data", _folder.Path);

        backup.AssertEnded(1);
        Assert.Contains("There are no lectures in", backup.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["b.tar"]));
    }
}
