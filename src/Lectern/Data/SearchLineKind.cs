namespace Lectern.Data;

/// <summary>What a line that search finds is a part of. Stored by number: members are only added, at the end.</summary>
public enum SearchLineKind
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>A segment of the transcript.</summary>
    Segment,

    /// <summary>The outline, a summary or a key term.</summary>
    Notes,

    /// <summary>A card.</summary>
    Card,

    /// <summary>The words of a mark.</summary>
    Mark,
}
