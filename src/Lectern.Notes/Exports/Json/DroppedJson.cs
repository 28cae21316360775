using Lectern.Notes.Cards;

namespace Lectern.Notes.Exports.Json;

/// <summary>A reason for dropping cards as it is written in JSON.</summary>
internal sealed record DroppedJson
{
    public required string Fault { get; init; }

    public required int Count { get; init; }

    public required string Reason { get; init; }

    public static DroppedJson Of(DroppedCards dropped) => new()
    {
        Fault = char.ToLowerInvariant(dropped.Fault.ToString()[0]) + dropped.Fault.ToString()[1..],
        Count = dropped.Count,
        Reason = dropped.Reason,
    };
}
