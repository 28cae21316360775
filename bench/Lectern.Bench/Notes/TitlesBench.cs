using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Bench.Notes;

/// <summary>Titles of the true sections, beside the four words of the greatest tf·idf with sections for documents.</summary>
internal static class TitlesBench
{
    private const int Words = 4;

    internal static async Task RunAsync(CancellationToken cancellation)
    {
        var texts = SharedText.Read<SegmentedText>("segmentation").Where(text => text.SectionTitles is { Count: > 0 }).ToList();
        await ScoreAsync("titles", "Lectern", texts, OurTitles, cancellation);
        await ScoreAsync("titles-tfidf", "four tf·idf words", texts, FourWords, cancellation);
        await ScoreAsync("titles-first", "first eight words", texts, FirstWords, cancellation);
    }

    private static async Task ScoreAsync(
        string file, string name, List<SegmentedText> texts, Func<SegmentedText, IReadOnlyList<string>> title, CancellationToken cancellation)
    {
        var path = SharedText.WritePredictions(file, texts.Select(text => new { text.Id, text.Boundaries, SectionTitles = title(text) }));
        var output = await Scorer.RunAsync("pk_windowdiff.py", ["--ref", SharedText.DevFile("segmentation"), "--pred", path], cancellation);
        Console.WriteLine($"{name}: {output.Split('\n').First(line => line.StartsWith("titles", StringComparison.Ordinal))}");
    }

    private static IReadOnlyList<string> OurTitles(SegmentedText text)
    {
        var sentences = text.Speak();
        var terms = TermFrequency.Of(sentences, "en");
        return SectionTitles.Of(text.Boundaries, sentences, PhraseFinder.Nouns(PhraseFinder.Find(sentences, terms, "en"), sentences, "en"), "en");
    }

    private static IReadOnlyList<string> FourWords(SegmentedText text)
    {
        var stopWords = StopWords.For("en");
        var sections = Sections(text)
            .Select(sentences => sentences
                .SelectMany(Tokens.Of)
                .Where(word => word.Text.Length > 2 && !stopWords.Contains(word.Lower))
                .CountBy(word => word.Lower, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal))
            .ToList();
        return
        [
            .. sections.Select(section => string.Join(' ', section
                .OrderByDescending(word => word.Value * Math.Log(1 + ((double)sections.Count / sections.Count(other => other.ContainsKey(word.Key)))))
                .ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(Words)
                .Select(word => word.Key))),
        ];
    }

    private static IReadOnlyList<string> FirstWords(SegmentedText text) =>
        [.. Sections(text).Select(sentences => string.Join(' ', sentences.First().Split(' ').Take(2 * Words)))];

    private static IEnumerable<IEnumerable<string>> Sections(SegmentedText text) =>
        text.Boundaries.Select((first, section) =>
            text.Sentences.Skip(first).Take((section + 1 < text.Boundaries.Count ? text.Boundaries[section + 1] : text.Sentences.Count) - first));
}
