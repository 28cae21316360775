namespace Lectern.Notes.Cards;

/// <summary>The cards of a lecture and how many were not good enough.</summary>
public sealed record CardSet
{
    /// <summary>No cards, none dropped.</summary>
    public static CardSet Empty { get; } = new() { Cards = [], Dropped = [] };

    /// <summary>The cards, the most important first.</summary>
    public required IReadOnlyList<CardDraft> Cards { get; init; }

    /// <summary>Why cards were dropped and how many, in the order of <see cref="CardFault"/>; reasons that met no card are left out.</summary>
    public required IReadOnlyList<DroppedCards> Dropped { get; init; }
}
