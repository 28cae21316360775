namespace Lectern.Bench.Notes;

/// <summary>A stretch of a talk with a label for each sentence: 1 for a key sentence, else 0.</summary>
internal sealed record KeyClip(IReadOnlyList<string> Sentences, IReadOnlyList<int> Labels);
