using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lectern.Notes;

/// <summary>Reads and writes <see cref="StoredNotes"/> as JSON.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredNotes))]
internal sealed partial class NotesJson : JsonSerializerContext
{
    internal static string Write(StoredNotes notes) => JsonSerializer.Serialize(notes, Default.StoredNotes);

    /// <exception cref="JsonException">It is not what <see cref="Write"/> writes.</exception>
    internal static StoredNotes Read(string json) =>
        JsonSerializer.Deserialize(json, Default.StoredNotes) ?? throw new JsonException("There are no notes in it.");
}
