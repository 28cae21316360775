namespace Lectern.Bench.Notes;

/// <summary>One row of <c>qg.jsonl</c> as far as cards need it: a passage and the document that it is of.</summary>
internal sealed record QuestionPassage(string Id, string Source, string Document, string Passage);
