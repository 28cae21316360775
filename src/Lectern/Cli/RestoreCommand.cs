using System.CommandLine;
using Lectern.Backups;
using Lectern.Data;

namespace Lectern.Cli;

/// <summary><c>lectern restore FILE [--data DIR]</c></summary>
internal static class RestoreCommand
{
    internal static Command Create(TimeProvider clock)
    {
        var file = new Argument<string>("file") { Description = "A file that 'lectern backup' wrote." };
        var data = CommonOptions.Data();
        var command = new Command("restore", "Bring a backup back, into a data folder that holds no lectures.") { file, data };
        command.SetAction((parsed, cancellation) => BackupCommand.RunAsync("restore", Terminal.Open(isJson: false), async terminal =>
        {
            var layout = new DataLayout(CommonOptions.FindData(parsed.GetValue(data)));
            var manifest = await new RestoreBackup(layout).RunAsync(Path.GetFullPath(parsed.GetValue(file)!), new CopyProgressLine(terminal, clock), cancellation);
            terminal.Clear();
            terminal.Output.WriteLine($"{BackupCommand.Lectures(manifest)} of {manifest.CreatedAt:yyyy-MM-dd HH:mm} UTC {BackupCommand.Are(manifest)} in {layout.Root}. Browsers that were signed in still are.");
        }));
        return command;
    }
}
