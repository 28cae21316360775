namespace Lectern.Bench.Notes;

/// <summary>One row of <c>bench/cards/verdicts.jsonl</c>: what a reader who did not know the maker said of a card.</summary>
/// <param name="Card">The card's identity, a hash of its kind, question, answer and place; for a first sentence the lecture and its index.</param>
/// <param name="Maker">"ours" or "first sentences".</param>
/// <param name="Kind">What the card asks for.</param>
/// <param name="Verdict">"keep" or "drop".</param>
/// <param name="Reason">Why it was dropped, by the criteria; null where it was kept.</param>
internal sealed record CardVerdict(string Card, string Maker, string Kind, string Verdict, string? Reason)
{
    /// <summary>Whether the reader would keep the card.</summary>
    public bool IsKept => string.Equals(Verdict, "keep", StringComparison.Ordinal);
}
