using System.CommandLine;
using System.Diagnostics;
using Lectern.Inference;
using Lectern.Inference.Catalog;

namespace Lectern.Cli;

/// <summary><c>lectern doctor</c>: what is installed, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    private static readonly (string Program, string[] Arguments, string Use, string Package, bool IsNeeded)[] Programs =
    [
        ("ffmpeg", ["-version"], "reads recordings", "ffmpeg", true),
        ("ffprobe", ["-version"], "tells how long a recording is", "ffmpeg", true),
        ("npm", ["--version"], "fetches models", "npm", false),
    ];

    internal static Command Create()
    {
        var command = new Command("doctor", "Say what is installed, what is missing, and how to get it.");
        command.SetAction(async (_, cancellation) =>
        {
            var terminal = Terminal.Open(isJson: false);
            var isWell = true;
            foreach (var (program, arguments, use, package, isNeeded) in Programs)
            {
                var version = await VersionAsync(program, arguments, cancellation);
                terminal.Output.WriteLine(version is null
                    ? $"missing  {program}: {use}. Install it with 'apt-get install {package}', or with your system's own package tool."
                    : $"ok       {program}: {version}");
                isWell &= version is not null || !isNeeded;
            }

            terminal.Output.WriteLine($"ok       {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F1} GB of memory");
            return ModelsAreWell(terminal) && isWell ? ExitCodes.Done : ExitCodes.Setup;
        });
        return command;
    }

    private static bool ModelsAreWell(Terminal terminal)
    {
        try
        {
            terminal.Output.WriteLine($"ok       data folder: {DataFolder.Find(Environment.GetEnvironmentVariable)}");
            foreach (var status in CommonOptions.OpenStore().List())
            {
                terminal.Output.WriteLine(status.State is ModelState.Installed
                    ? $"ok       model {status.Entry.Id}"
                    : $"absent   model {status.Entry.Id}: fetched when it is first used, or now with 'lectern models get {status.Entry.Id}'");
            }

            return true;
        }
        catch (ModelException error)
        {
            terminal.Output.WriteLine($"wrong    {error.Message}");
            return false;
        }
    }

    /// <summary>Returns the first line that a program says of itself; null where it cannot be started.</summary>
    private static async Task<string?> VersionAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
                return null;
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? output.Split('\n')[0].Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
