using System.Text.Json.Serialization;
using Lectern.Data;

namespace Lectern.Edits;

/// <summary>A change by hand as a browser sends it.</summary>
/// <param name="Target">What kind of thing is changed: "Title", "Segment", "SummarySentence", "CardQuestion", "CardAnswer" or "CardPresence".</param>
/// <param name="Item">Which one: a segment's index, the key of a piece of the notes, 0 for the title.</param>
/// <param name="Text">What shall stand there; for a card's presence "kept" or "removed".</param>
public sealed record EditRequest(
    [property: JsonConverter(typeof(JsonStringEnumConverter<EditTarget>)), JsonRequired] EditTarget Target,
    int Item,
    [property: JsonRequired] string Text);
