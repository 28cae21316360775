using System.Text.Json;
using Lectern.Notes.Exports.Json;

namespace Lectern.Notes.Exports;

/// <summary>The cards as a JSON array: id, kind, question, answer, wrong answers, times in seconds, segments and section.</summary>
public sealed class CardsJsonExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "cards-json";

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        ArgumentNullException.ThrowIfNull(writer);
        IReadOnlyList<CardJson> cards = [.. lecture.Notes.Cards.Cards.Select(CardJson.Of)];
        writer.Write(JsonSerializer.Serialize(cards, ExportJsonContext.Readable.CardList) + "\n");
    }
}
