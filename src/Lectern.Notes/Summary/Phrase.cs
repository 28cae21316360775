namespace Lectern.Notes.Summary;

/// <summary>A word or a run of up to four words that may be a term of the lecture.</summary>
public sealed record Phrase
{
    /// <summary>The stems of its words with spaces between: what makes two uses the same phrase.</summary>
    public required string Key { get; init; }

    /// <summary>The phrase as it is written most often.</summary>
    public required string Text { get; init; }

    /// <summary>Where it is used, in order; never empty.</summary>
    public required IReadOnlyList<PhraseUse> Uses { get; init; }

    /// <summary>Number of words.</summary>
    public required int WordCount { get; init; }

    /// <summary>Whether it is written with capitals inside sentences.</summary>
    public required bool IsName { get; init; }

    /// <summary>How much it behaves like a term of its own: its C-value, higher is more.</summary>
    public required double TermHood { get; init; }
}
