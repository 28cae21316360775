using System.Text.Json.Nodes;
using Lectern.Backups;

namespace Lectern.Cli;

/// <summary>Shows how far a backup or its restoring is.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="terminal">Where to show it.</param>
/// <param name="clock">The clock.</param>
internal sealed class CopyProgressLine(Terminal terminal, TimeProvider clock) : IProgress<BackupProgress>
{
    private const double Megabyte = 1e6;

    private readonly Lock _lock = new();
    private long _shown;

    public void Report(BackupProgress value)
    {
        lock (_lock)
        {
            if (_shown != 0 && clock.GetElapsedTime(_shown) < terminal.Rhythm)
                return;
            _shown = clock.GetTimestamp();
        }

        terminal.Show(
            $"{value.DoneBytes / Megabyte:F0} of {value.TotalBytes / Megabyte:F0} MB",
            new JsonObject { ["event"] = "progress", ["doneBytes"] = value.DoneBytes, ["totalBytes"] = value.TotalBytes });
    }
}
