namespace Lectern.Data;

/// <summary>A personal link that takes a workspace to another browser; it works once.</summary>
public sealed class LinkRow
{
    /// <summary>SHA-256 of the link's 128 random bits, which are stored nowhere.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The workspace.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>When it stops to work.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
