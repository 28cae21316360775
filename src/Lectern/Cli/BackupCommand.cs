using System.CommandLine;
using Lectern.Backups;
using Lectern.Data;

namespace Lectern.Cli;

/// <summary><c>lectern backup FILE [--data DIR]</c></summary>
internal static class BackupCommand
{
    internal static Command Create(TimeProvider clock)
    {
        var file = new Argument<string>("file") { Description = "The file to write: a tar archive, compressed where its name ends with .gz or .tgz." };
        var data = CommonOptions.Data();
        var command = new Command("backup", "Write all lectures, audio and workspaces to one file; the server may run meanwhile.") { file, data };
        command.SetAction((parsed, cancellation) => RunAsync("backup", Terminal.Open(isJson: false), async terminal =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            var layout = new DataLayout(CommonOptions.FindData(parsed.GetValue(data)));
            var manifest = await new MakeBackup(layout, clock).RunAsync(path, new CopyProgressLine(terminal, clock), cancellation);
            terminal.Clear();
            terminal.Output.WriteLine($"{Lectures(manifest)} from {layout.Root} {Are(manifest)} in {path}. 'lectern restore' brings back what is in it. Keep the file safe: whoever has it has the workspaces.");
        }));
        return command;
    }

    /// <summary>Says how many lectures a backup holds.</summary>
    internal static string Lectures(BackupManifest manifest) => manifest.Lectures == 1 ? "1 lecture" : $"{manifest.Lectures} lectures";

    /// <summary>Returns the verb that belongs to them.</summary>
    internal static string Are(BackupManifest manifest) => manifest.Lectures == 1 ? "is" : "are";

    /// <summary>Runs a backup's command and turns what stops it into a sentence and an exit status.</summary>
    internal static async Task<int> RunAsync(string subject, Terminal terminal, Func<Terminal, Task> work)
    {
        try
        {
            await work(terminal);
            return ExitCodes.Done;
        }
        catch (Exception error) when (error is LectureException or Inference.ModelException)
        {
            terminal.Clear();
            terminal.Fail(subject, error.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Clear();
            terminal.Say("Stopped. Nothing was left behind.");
            return ExitCodes.Interrupted;
        }
    }
}
