using System.Text.Json.Nodes;
using Lectern.Transcripts;

namespace Lectern.Cli;

/// <summary>Shows stage, percent, speed and time left of one recording.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LectureProgressLine : IProgress<TranscriptionProgress>
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly string _name;
    private readonly long _started;
    private readonly Lock _lock = new();
    private long _shown;

    /// <summary>Starts the clock.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="name">The recording's name.</param>
    /// <param name="clock">The clock.</param>
    public LectureProgressLine(Terminal terminal, string name, TimeProvider clock)
    {
        _terminal = terminal;
        _clock = clock;
        _name = name;
        _started = clock.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Report(TranscriptionProgress value)
    {
        lock (_lock)
        {
            if (_shown != 0 && _clock.GetElapsedTime(_shown) < _terminal.Rhythm)
                return;
            _shown = _clock.GetTimestamp();
        }

        var elapsed = _clock.GetElapsedTime(_started).TotalSeconds;
        var speed = Math.Max(0, (value.Done - value.Resumed).TotalSeconds) / Math.Max(elapsed, 0.001);
        var share = value.Duration is { Ticks: > 0 } duration ? Math.Clamp(value.Done / duration, 0, 1) : (double?)null;
        var left = share is not null && speed > 0.1 ? TimeSpan.FromSeconds(Math.Max(0, (value.Duration!.Value - value.Done).TotalSeconds) / speed) : (TimeSpan?)null;
        var stage = value.Done < value.Resumed ? "resuming" : value.Done > TimeSpan.Zero ? "transcribing" : "listening";
        _terminal.Show(Line(stage, share, value.Done, speed, left), Json(stage, share, value, speed, left));
    }

    private string Line(string stage, double? share, TimeSpan done, double speed, TimeSpan? left)
    {
        var parts = new List<string> { _name, stage, share is { } known ? $"{known:P0}".Replace(" ", "", StringComparison.Ordinal) : Clock(done) };
        if (speed > 0.1)
            parts.Add($"{speed:F0}x real time");
        if (left is { } time)
            parts.Add($"{Clock(time)} left");
        return string.Join("  ", parts);
    }

    private JsonObject Json(string stage, double? share, TranscriptionProgress value, double speed, TimeSpan? left) => new()
    {
        ["event"] = "progress",
        ["file"] = _name,
        ["stage"] = stage,
        ["percent"] = share is { } known ? Math.Round(100 * known, 1) : null,
        ["heardSeconds"] = Math.Round(value.Heard.TotalSeconds, 2),
        ["doneSeconds"] = Math.Round(value.Done.TotalSeconds, 2),
        ["speed"] = Math.Round(speed, 1),
        ["secondsLeft"] = left is { } time ? Math.Round(time.TotalSeconds, 1) : null,
    };

    private static string Clock(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}" : $"{time:m\\:ss}";
}
