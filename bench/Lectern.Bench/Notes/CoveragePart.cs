using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Bench.Notes;

/// <summary><c>bench notes --part coverage</c>: how many true sections of a Yale lecture the standard summary touches, beside the lecture's first words.</summary>
internal static class CoveragePart
{
    private const int StandardWords = 120;

    internal static Task RunAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var documents = SharedText.Read<SegmentedText>("segmentation").Where(document => document.Source is "yale").ToList();
        Console.WriteLine($"== sections touched by a standard summary, {documents.Count} Yale lectures");
        Console.WriteLine("method                        lectures with all  share of sections  words");
        Print("lead, 120 words", documents, Lead);
        Print("ours, standard style", documents, Ours);
        return Task.CompletedTask;
    }

    private static void Print(string method, List<SegmentedText> documents, Func<SegmentedText, (IEnumerable<int> Sentences, int Words)> summarize)
    {
        var rows = documents.Select(document =>
        {
            var (sentences, words) = summarize(document);
            var touched = sentences.Select(sentence => document.Boundaries.Count(first => first <= sentence)).Distinct().Count();
            return (Touched: touched, Sections: document.Boundaries.Count, Words: words);
        }).ToList();
        var whole = rows.Average(row => row.Touched == row.Sections ? 100.0 : 0);
        Console.WriteLine($"{method,-29} {whole,16:F1} % {rows.Average(row => 100.0 * row.Touched / row.Sections),16:F1} % {rows.Average(row => row.Words),6:F0}");
    }

    private static (IEnumerable<int> Sentences, int Words) Lead(SegmentedText document)
    {
        var words = 0;
        var first = document.Sentences.TakeWhile(sentence => (words += Tokens.Count(sentence)) < StandardWords).Count();
        return (Enumerable.Range(0, first + 1), StandardWords);
    }

    // A segment is a sentence of the reference here, so the segment in which a sentence of the summary begins tells its section.
    private static (IEnumerable<int> Sentences, int Words) Ours(SegmentedText document)
    {
        var summary = ExtractiveWriter.Write(SharedText.Speak(document.Sentences), new NoteOptions { Style = SummaryStyle.Standard, Cards = 0 }).Summary;
        return (summary.Select(sentence => sentence.FirstSegment), summary.Sum(sentence => Tokens.Count(sentence.Text)));
    }
}
