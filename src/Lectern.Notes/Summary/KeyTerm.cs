namespace Lectern.Notes.Summary;

/// <summary>A term that the lecture is about.</summary>
public sealed record KeyTerm
{
    /// <summary>The term as it is written most often.</summary>
    public required string Text { get; init; }

    /// <summary>What the term stands for where it is an acronym that the lecturer spelt out; otherwise null.</summary>
    public string? Expansion { get; init; }

    /// <summary>How often the lecture uses it.</summary>
    public required int Mentions { get; init; }

    /// <summary>Whether <see cref="Source"/> says what the term means.</summary>
    public required bool IsDefined { get; init; }

    /// <summary>The sentence that defines the term, or the one that uses it first.</summary>
    public required CitedSentence Source { get; init; }
}
