using System.Diagnostics;

namespace Lectern.Bench.Notes;

/// <summary>Runs a scorer of <c>../shared/text/score</c>.</summary>
internal static class Scorer
{
    /// <summary>Runs a script with its arguments and returns what it printed.</summary>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var path = Path.Combine(SharedText.Folder, "score", script);
        var start = new ProcessStartInfo("python3", [path, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script} ended with status {process.ExitCode}: {output}");
    }
}
