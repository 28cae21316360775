namespace Lectern.Bench.Notes;

/// <summary>One row of <c>segmentation.jsonl</c> as the coverage of summaries needs it.</summary>
internal sealed record SegmentedDocument(string Id, string Source, IReadOnlyList<string> Sentences, IReadOnlyList<int> Boundaries);
