namespace Lectern.Notes.Cards.Clauses;

/// <summary>How much of a lecture one must have heard to understand what is said.</summary>
internal enum Clarity
{
    /// <summary>Nothing of it.</summary>
    Clear,

    /// <summary>What it was about just then: "the shaft" is understood where the column is named.</summary>
    OnTopic,

    /// <summary>The sentences before.</summary>
    Open,
}
