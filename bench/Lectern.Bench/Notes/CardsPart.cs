using System.Text.RegularExpressions;
using Lectern.Notes.Cards;
using Lectern.Notes.Sentences;
using Lectern.Notes.Writers;

namespace Lectern.Bench.Notes;

/// <summary>
/// <c>bench notes --part cards</c>: twenty cards of each Yale lecture held to the rules, answers people asked for found among cards of short
/// texts, each beside the first ten sentences; and the cards for a blind reading.
/// </summary>
internal static class CardsPart
{
    private const int Asked = 20;

    // Told without the rules of the program: pronouns that stand for something named elsewhere. "Its", "his" and "their" may be explained by a noun or
    // a name before them in the question, and are counted apart; "those who" says which.
    private static readonly HashSet<string> Pronouns = new(
        "i me my mine we us our you your he him she hers it they them this these here".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Possessives = new("his her its their himself herself itself themselves".Split(' '), StringComparer.Ordinal);

    // The first letter of an answer may look like a pronoun.
    private static readonly Regex Hint = new(@" \[[^\]]*…\]", RegexOptions.None, TimeSpan.FromSeconds(1));

    internal static async Task RunAsync(CancellationToken cancellation)
    {
        var lectures = SharedText.Read<SegmentedText>("segmentation").Where(document => document.Source is "yale").ToList();
        var ours = lectures.Select(lecture => ExtractiveWriter.Write(SharedText.Speak(lecture.Sentences), new NoteOptions { Cards = Asked }).Cards).ToList();
        Console.WriteLine($"== cards of {lectures.Count} Yale lectures, {Asked} asked");
        Console.WriteLine("method                     cards  sections  median answer words  duplicates  open pronouns  possessives  with 3 wrong answers");
        Print("first ten sentences", lectures, index => [.. FirstSentenceCards.Of(lectures[index].Sentences).Select(card => (card.Sentence, card.Question, card.Answer, 0))]);
        Print("ours", lectures, index => [.. ours[index].Cards.Select(card => (card.FirstSegment, Hint.Replace(CardIdea.Ask(card.Question), string.Empty), card.Answer, card.Distractors.Count))]);
        var dropped = ours.SelectMany(set => set.Dropped).GroupBy(entry => entry.Fault).OrderBy(group => group.Key);
        Console.WriteLine("dropped: " + string.Join("; ", dropped.Select(group => $"{group.Sum(entry => entry.Count)} because {group.First().Reason}")));
        Console.WriteLine("kinds: " + string.Join(", ", ours.SelectMany(set => set.Cards).GroupBy(card => card.Kind).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}")));
        BlindReading.PrintVerdicts(ours.SelectMany(set => set.Cards));
        await ScoreAnswersAsync(cancellation);
        BlindReading.Write(lectures, [.. ours.Select(set => set.Cards)]);
    }

    private static void Print(string method, List<SegmentedText> lectures, Func<int, List<(int Sentence, string Question, string Answer, int Wrong)>> cardsOf)
    {
        var all = Enumerable.Range(0, lectures.Count).Select(cardsOf).ToList();
        var cards = all.SelectMany(list => list).ToList();
        var coverage = all.Select((list, index) => (double)list.Select(card => lectures[index].Boundaries.Count(first => first <= card.Sentence)).Distinct().Count() / lectures[index].Boundaries.Count).Average();
        var words = cards.Select(card => Tokens.Count(card.Answer)).Order().ToList();
        var duplicates = all.Sum(list => list.Count - list.Select(card => Key(card.Question + " " + card.Answer)).Distinct(StringComparer.Ordinal).Count());
        var withPronoun = cards.Count(card => Tokens.Of(card.Question).Any(word => Pronouns.Contains(word.Lower)));
        var withPossessive = cards.Count(card => Tokens.Of(card.Question).Any(word => Possessives.Contains(word.Lower)));
        var quizzed = cards.Count(card => card.Wrong == 3);
        Console.WriteLine($"{method,-24} {cards.Count,7} {100 * coverage,7:F1} % {words[words.Count / 2],20} {duplicates,11} {withPronoun,14} {withPossessive,12} {quizzed,21}");
    }

    // The same words, whatever their order and endings.
    private static string Key(string text) => string.Join(' ', Tokens.Of(text).Select(word => TermFrequency.Stem(word.Lower, "en")).Where(stem => !StopWords.For("en").Contains(stem)).Order(StringComparer.Ordinal));

    private static async Task ScoreAnswersAsync(CancellationToken cancellation)
    {
        var baselines = await Scorer.RunAsync("baselines.py", ["--half", "dev", "--task", "qg"], cancellation);
        Console.WriteLine(baselines[baselines.IndexOf("== flashcards", StringComparison.Ordinal)..].Trim());
        var predictions = SharedText.Read<QuestionPassage>("qg").GroupBy(row => row.Document, StringComparer.Ordinal).Select(document => (object)new
        {
            Id = document.Key,
            Cards = ExtractiveWriter.Write(SharedText.Speak(document.Select(row => row.Passage)), new NoteOptions { Cards = Asked }).Cards.Cards
                .Select(card => new { Question = CardIdea.Ask(card.Question), card.Answer }).ToArray(),
        });
        var path = SharedText.WritePredictions("cards-qg", predictions);
        Console.WriteLine("ours:");
        Console.Write(await Scorer.RunAsync("qg_score.py", ["--ref", SharedText.DevFile("qg"), "--pred", path, "--mode", "cards"], cancellation));
    }
}
