using Lectern.Notes.Exports.Subtitles;

namespace Lectern.Notes.Exports;

/// <summary>The transcript as WebVTT subtitles.</summary>
/// <remarks>W3C WebVTT: the characters that open tags and entities are escaped, so a cue shows exactly what was said.</remarks>
public sealed class VttExporter : IExporter
{
    /// <summary>What a file begins with, before its first cue.</summary>
    public const string Header = "WEBVTT\n\n";

    /// <inheritdoc/>
    public string Name => "vtt";

    /// <inheritdoc/>
    public string Extension => ".vtt";

    /// <inheritdoc/>
    public string MediaType => "text/vtt";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Header);
        foreach (var cue in CueShaper.Shape(lecture.Segments, lecture.Duration))
            WriteCue(cue, writer);
    }

    /// <summary>Writes one cue and the empty line after it.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="writer">Where to write to.</param>
    public static void WriteCue(Cue cue, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(cue);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"{Clock(cue.StartMilliseconds)} --> {Clock(cue.EndMilliseconds)}\n");
        foreach (var line in cue.Lines)
            writer.Write(Escape(line) + "\n");
        writer.Write("\n");
    }

    private static string Clock(long milliseconds) => CueClock.Of(milliseconds, '.');

    private static string Escape(string line) => line
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
