using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Bench.Notes;

/// <summary><c>bench notes --part summary</c>: ROUGE at the reference's own number of words, cut there and whole, beside the scorer's baselines.</summary>
internal static class SummaryPart
{
    internal static async Task RunAsync(CancellationToken cancellation)
    {
        var baselines = await Scorer.RunAsync("baselines.py", ["--half", "dev", "--task", "sum"], cancellation);
        Console.WriteLine(baselines[..baselines.IndexOf("\n== summarization dev, budget = 100", StringComparison.Ordinal)].Trim());
        var documents = SharedText.Read<SummaryDocument>("summarization");
        var summaries = documents.Select(document => string.Join(' ', Summarize(document.Transcript, document.Budget).Select(sentence => sentence.Text))).ToArray();
        await ScoreAsync("ours, cut at the budget as the baselines are", "summary-cut", documents, (document, i) => string.Join(' ', summaries[i].Split(' ').Take(document.Budget)), summaries, cancellation);
        await ScoreAsync("ours, whole", "summary-whole", documents, (_, i) => summaries[i], summaries, cancellation);
    }

    private static IReadOnlyList<CitedSentence> Summarize(string transcript, int words)
    {
        var sentences = SentenceSplitter.Split(SharedText.Speak([transcript]), "en");
        var terms = TermFrequency.Of(sentences, "en");
        var scores = SentenceScores.Of(sentences, terms, "en");
        var sections = Outliner.Outline(sentences, terms, scores, PhraseFinder.Find(sentences, terms, "en"), "en");
        return Summarizer.Summarize(sentences, sections, scores, words, "en");
    }

    private static async Task ScoreAsync(
        string title, string name, IReadOnlyList<SummaryDocument> documents, Func<SummaryDocument, int, string> text, string[] summaries, CancellationToken cancellation)
    {
        var path = SharedText.WritePredictions(name, summaries.Select((_, i) => (object)new { documents[i].Id, Summary = text(documents[i], i) }));
        Console.WriteLine($"\n== {title}");
        Console.Write(await Scorer.RunAsync("rouge.py", ["--ref", SharedText.DevFile("summarization"), "--pred", path], cancellation));
    }
}
