namespace Lectern.Notes.Exports;

/// <summary>Writes a lecture in one format.</summary>
/// <remarks>Exporters hold no state: thread-safe. All write "\n" at line ends, whatever the writer's own.</remarks>
public interface IExporter
{
    /// <summary>The name by which a user asks for the format, in small letters: "srt".</summary>
    string Name { get; }

    /// <summary>The ending of a file in this format, with its point: ".srt".</summary>
    string Extension { get; }

    /// <summary>The media type, without parameters: "text/vtt". The text is UTF-8.</summary>
    string MediaType { get; }

    /// <summary>Writes the whole export; the writer stays open and belongs to the caller.</summary>
    /// <param name="lecture">The lecture.</param>
    /// <param name="writer">Where to write to.</param>
    void Write(Lecture lecture, TextWriter writer);
}
