namespace Lectern.Notes.Summary;

/// <summary>A place where the lecturer says what a term means.</summary>
public sealed record Definition
{
    /// <summary>The article that the lecturer put before the term, in small letters; empty where there was none.</summary>
    public required string Article { get; init; }

    /// <summary>The term, without article.</summary>
    public required string Term { get; init; }

    /// <summary>What it means: a phrase from the same sentence, a small letter in front, no point at the end.</summary>
    public required string Meaning { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Whether the term is many things ("neurons are …").</summary>
    public required bool IsPlural { get; init; }

    /// <summary>Whether it is the word that is explained ("stratus means …").</summary>
    public bool IsOfWord { get; init; }

    /// <summary>How sure the pattern is that this is a definition, 0 to 1.</summary>
    public required double Strength { get; init; }
}
