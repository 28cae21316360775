using Lectern.Notes.Cards;

namespace Lectern.Notes.Exports.Json;

/// <summary>A card as it is written in JSON.</summary>
internal sealed record CardJson
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Question { get; init; }

    public required string Answer { get; init; }

    public required IReadOnlyList<string> Distractors { get; init; }

    public required double Start { get; init; }

    public required double End { get; init; }

    public required int FirstSegment { get; init; }

    public required int LastSegment { get; init; }

    public required int Section { get; init; }

    public static CardJson Of(CardDraft card) => new()
    {
        Id = card.Id,
        Kind = card.Kind.ToString().ToLowerInvariant(),
        Question = card.Question,
        Answer = card.Answer,
        Distractors = card.Distractors,
        Start = JsonSeconds.Of(card.Start),
        End = JsonSeconds.Of(card.End),
        FirstSegment = card.FirstSegment,
        LastSegment = card.LastSegment,
        Section = card.Section,
    };
}
