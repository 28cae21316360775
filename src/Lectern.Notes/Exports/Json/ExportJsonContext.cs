using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lectern.Notes.Exports.Json;

/// <summary>What the exporters write as JSON; properties stand in the order in which they are declared.</summary>
[JsonSerializable(typeof(TranscriptJson))]
[JsonSerializable(typeof(LectureJson))]
[JsonSerializable(typeof(IReadOnlyList<CardJson>), TypeInfoPropertyName = "CardList")]
internal sealed partial class ExportJsonContext : JsonSerializerContext
{
    /// <summary>Leaves letters of all languages as they are: the files are UTF-8 and no part of a web page.</summary>
    public static ExportJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
