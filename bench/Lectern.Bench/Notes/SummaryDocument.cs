namespace Lectern.Bench.Notes;

/// <summary>One row of <c>summarization.jsonl</c>.</summary>
internal sealed record SummaryDocument(string Id, string Source, string Transcript, string ReferenceSummary)
{
    /// <summary>Gets the number of words of the reference, the budget of a summary that is compared with it.</summary>
    public int Budget => ReferenceSummary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
