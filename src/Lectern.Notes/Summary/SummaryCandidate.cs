namespace Lectern.Notes.Summary;

/// <summary>A way to say a sentence of the lecture in its summary.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Text">The sentence made fit to be read alone, perhaps shortened.</param>
/// <param name="WordCount">Number of its words.</param>
/// <param name="Standing">How well it stands alone: above 0, at most 1.</param>
/// <param name="IsAnnouncement">Whether it tells what the lecture does ("The lecture discusses …").</param>
internal sealed record SummaryCandidate(int Sentence, string Text, int WordCount, double Standing, bool IsAnnouncement);
