namespace Lectern.Data;

/// <summary>What a user can change by hand. Stored by name: members are never renamed.</summary>
public enum EditTarget
{
    /// <summary>The lecture's title.</summary>
    Title,

    /// <summary>The text of a segment, by its index.</summary>
    Segment,

    /// <summary>A sentence of a summary, by its key.</summary>
    SummarySentence,

    /// <summary>The question of a card, by the card's key.</summary>
    CardQuestion,

    /// <summary>The answer of a card, by the card's key.</summary>
    CardAnswer,

    /// <summary>Whether a card is there: "kept" or "removed".</summary>
    CardPresence,
}
