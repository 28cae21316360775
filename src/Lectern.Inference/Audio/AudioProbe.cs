using System.Text.Json;

namespace Lectern.Inference.Audio;

/// <summary>Tells what a recording is without decoding it, by an ffprobe behind the same fence as <see cref="AudioDecoder"/>.</summary>
/// <remarks>Thread-safe: each call has its own process, which is killed when the call is cancelled.</remarks>
public sealed class AudioProbe
{
    private const int MaxReportBytes = 1 << 20;

    private readonly AudioDecoderOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a probe.</summary>
    /// <param name="options">Where ffprobe is, and limits; null for the defaults.</param>
    /// <param name="timeProvider">Clock of the stall timeout; null for the system's.</param>
    public AudioProbe(AudioDecoderOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new AudioDecoderOptions();
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Reads what a file says of its sound.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="cancellationToken">Kills ffprobe at once.</param>
    /// <exception cref="AudioException">ffprobe is missing, the file cannot be opened, is not a recording, or has no audio track.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<AudioInfo> ProbeFileAsync(string path, CancellationToken cancellationToken = default)
    {
        var name = AudioFile.Shown(path);
        await using var file = AudioFile.Open(path);
        if (!file.CanSeek)
            throw new AudioException($"“{name}” is a pipe or a device, whose content can be read only once. Decode it, or save it to a file first.");

        var start = FencedProgram.Describe(_options.FfprobePath, FfmpegArguments.Probe(FfmpegArguments.FileInput(file), _options), _options);
        await using var process = FfmpegProcess.Start(start, feed: null, name, _options.StallTimeout, _timeProvider, cancellationToken);
        var report = new byte[MaxReportBytes];
        var length = await process.ReadFullyAsync(report, cancellationToken);
        if (length == report.Length)
            throw new AudioException($"“{name}” claims more tracks than a recording can have; it is damaged. Copy it again from where it was recorded.");
        var exitCode = await process.FinishAsync(cancellationToken);
        if (exitCode != 0)
            throw FfmpegFailure.Explain(name, exitCode, process.ErrorLines, TimeSpan.Zero);
        using var json = JsonDocument.Parse(report.AsMemory(0, length));
        return Describe(json.RootElement, name);
    }

    private static AudioInfo Describe(JsonElement report, string name)
    {
        // The same choice as ffmpeg's: the default track before others, more channels before fewer, the first of equals.
        var track = report.GetProperty("streams").EnumerateArray()
            .Where(stream => Number(stream, "channels") > 0)
            .OrderByDescending(IsDefault).ThenByDescending(stream => Number(stream, "channels"))
            .FirstOrDefault();
        if (track.ValueKind == JsonValueKind.Undefined)
            throw FfmpegFailure.NoAudioTrack(name);

        var format = report.GetProperty("format");
        var seconds = Number(format, "duration") is > 0 and var whole ? whole : Number(track, "duration");
        return new AudioInfo(
            // A header may claim anything; beyond a year it knows nothing.
            seconds is > 0 and < 365 * 86_400 ? TimeSpan.FromSeconds(seconds) : null,
            Text(track, "codec_name"),
            Text(format, "format_name"),
            (int)Number(track, "channels"),
            (int)Number(track, "sample_rate"));
    }

    private static bool IsDefault(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "default") > 0;

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.GetString() ?? "unknown" : "unknown";

    // ffprobe writes some numbers as numbers and some as text; 0 where it has none.
    private static double Number(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String when double.TryParse(value.GetString(), out var number) && double.IsFinite(number) => number,
            _ => 0,
        };
    }
}
