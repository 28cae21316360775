using Lectern.Notes.Exports.Subtitles;

namespace Lectern.Notes.Exports;

/// <summary>The transcript as SubRip subtitles.</summary>
/// <remarks>Line ends are LF, as openai/whisper <c>utils.py: WriteSRT</c> has them; hours are always written, milliseconds after a comma.</remarks>
public sealed class SrtExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "srt";

    /// <inheritdoc/>
    public string Extension => ".srt";

    /// <inheritdoc/>
    public string MediaType => "application/x-subrip";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
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
        writer.Write($"{cue.Number}\n{Clock(cue.StartMilliseconds)} --> {Clock(cue.EndMilliseconds)}\n");
        foreach (var line in cue.Lines)
            writer.Write(line.Replace("-->", "→", StringComparison.Ordinal) + "\n");
        writer.Write("\n");
    }

    private static string Clock(long milliseconds) => CueClock.Of(milliseconds, ',');
}
