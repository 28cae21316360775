namespace Lectern.Notes.Summary;

/// <summary>What an acronym stands for.</summary>
/// <param name="Expansion">The words as written.</param>
/// <param name="Sentence">Index of the sentence that spells it out.</param>
public sealed record Acronym(string Expansion, int Sentence);
