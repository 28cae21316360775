using System.Text.Json;
using Lectern.Notes.Exports.Json;

namespace Lectern.Notes.Exports;

/// <summary>The whole lecture as JSON: transcript, summary, sections, terms and cards, times in seconds.</summary>
public sealed class LectureJsonExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "lecture";

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(LectureJson.Of(lecture), ExportJsonContext.Readable.LectureJson) + "\n");
    }
}
