using System.Diagnostics;

namespace Lectern.Tests.Ingest;

/// <summary>A disk of a few megabytes at a folder; needs root. Skips the test where it cannot be had.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    internal static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Disks of memory are made on Linux alone.");
        Directory.CreateDirectory(folder);
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder), "A disk cannot be mounted here; it takes root.");
        return new SmallDisk(folder);
    }

    // A decoder may hold a file for a moment still when its server is gone.
    public async ValueTask DisposeAsync() => Assert.True(await RunAsync("umount", "--lazy", _folder));

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false });
        await process!.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0;
    }
}
