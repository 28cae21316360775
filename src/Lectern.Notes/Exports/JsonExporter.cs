using System.Text.Json;
using Lectern.Notes.Exports.Json;

namespace Lectern.Notes.Exports;

/// <summary>The transcript as JSON: file, length, model, language, text and segments with times in seconds.</summary>
public sealed class JsonExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(TranscriptJson.Of(lecture), ExportJsonContext.Readable.TranscriptJson) + "\n");
    }
}
