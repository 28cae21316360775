using System.Text.Json.Nodes;
using Lectern.Inference.Catalog;

namespace Lectern.Cli;

/// <summary>Shows how far a model's files have come, with a bar where the size is known.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ModelProgressLine(Terminal terminal, TimeProvider clock) : IProgress<ModelProgress>
{
    private const int BarWidth = 24;
    private const double Megabyte = 1e6;

    private readonly Lock _lock = new();
    private (ModelStage Stage, string Subject)? _last;
    private long _shown;

    /// <inheritdoc/>
    public void Report(ModelProgress value)
    {
        lock (_lock)
        {
            var isSame = _last == (value.Stage, value.Subject);
            if (isSame && clock.GetElapsedTime(_shown) < terminal.Rhythm)
                return;
            _last = (value.Stage, value.Subject);
            _shown = clock.GetTimestamp();
        }

        terminal.Show(Line(value), new JsonObject
        {
            ["event"] = "model",
            ["model"] = value.ModelId,
            ["stage"] = Word(value.Stage),
            ["subject"] = value.Subject,
            ["doneBytes"] = value.DoneBytes,
            ["totalBytes"] = value.TotalBytes,
        });
    }

    private static string Line(ModelProgress value)
    {
        var text = $"{value.ModelId}  {Word(value.Stage)} {value.Subject}";
        if (value.TotalBytes is not > 0)
            return value.DoneBytes > 0 ? $"{text}  {value.DoneBytes / Megabyte:F1} MB" : text;
        var share = Math.Clamp((double)value.DoneBytes / value.TotalBytes.Value, 0, 1);
        var full = (int)(share * BarWidth);
        return $"{text}  [{new string('#', full)}{new string('.', BarWidth - full)}] {value.DoneBytes / Megabyte:F1} of {value.TotalBytes / Megabyte:F1} MB";
    }

    private static string Word(ModelStage stage) => stage switch
    {
        ModelStage.Waiting => "waiting for",
        ModelStage.Fetching => "fetching",
        ModelStage.Unpacking => "unpacking",
        _ => "checking",
    };
}
