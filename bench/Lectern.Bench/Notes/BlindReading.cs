using System.Text.Json;
using Lectern.Notes.Cards;

namespace Lectern.Bench.Notes;

/// <summary>Draws cards for a blind reading: ours among cards of first sentences, each with its passage, and a key apart.</summary>
/// <remarks>
/// The files hold licensed text and stay in <c>artifacts/</c>. <c>bench/cards/</c> keeps the criteria, and of each reading the ids and the verdicts.
/// </remarks>
internal static class BlindReading
{
    private const int Seed = 20263;
    private const int Ours = 100;
    private const int Others = 30;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static string VerdictsPath => Path.Combine(SharedClip.RepositoryRoot(), "bench", "cards", "verdicts.jsonl");

    /// <summary>Writes <c>cards-blind.jsonl</c> (id, kind, question, answer, passage) and <c>cards-blind-key.jsonl</c> (id, who made it, lecture).</summary>
    internal static void Write(IReadOnlyList<SegmentedText> lectures, IReadOnlyList<IReadOnlyList<CardDraft>> cards)
    {
        // The same sample at every run, so that a reading can be repeated.
        var random = new Random(Seed);
        var ours = cards.SelectMany((list, index) => list.Select(card => new Read(card.Id, "ours", card.Kind.ToString(), lectures[index], card.FirstSegment, CardIdea.Ask(card.Question), card.Answer) { Score = card.Score }));
        var others = lectures.SelectMany(lecture => FirstSentenceCards.Of(lecture.Sentences)
            .Select(card => new Read($"first-{lecture.Id[^6..]}-{card.Sentence}", "first sentences", "Sentence", lecture, card.Sentence, card.Question, card.Answer)));
        var drawn = Draw(ours, Ours, random).Concat(Draw(others, Others, random)).ToArray();
        random.Shuffle(drawn);
        var path = SharedText.WritePredictions("cards-blind", drawn.Select((card, index) => (object)new { Id = Number(index), card.Question, card.Answer, card.Passage }));
        SharedText.WritePredictions("cards-blind-key", drawn.Select((card, index) => (object)new { Id = Number(index), Card = card.Id, card.Maker, card.Kind, Lecture = card.Lecture.Id, card.Score }));
        Console.WriteLine($"{drawn.Length} cards for a blind reading: {path}");
    }

    /// <summary>Prints what the last reader kept, and how many of the cards that were read are still made just so.</summary>
    internal static void PrintVerdicts(IEnumerable<CardDraft> cards)
    {
        if (!File.Exists(VerdictsPath))
            return;
        var verdicts = File.ReadLines(VerdictsPath).Select(line => JsonSerializer.Deserialize<CardVerdict>(line, Options)!).ToList();
        var made = cards.Select(card => card.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var maker in verdicts.GroupBy(verdict => verdict.Maker, StringComparer.Ordinal))
        {
            var kept = maker.Count(verdict => verdict.IsKept);
            var reasons = maker.Where(verdict => !verdict.IsKept).GroupBy(verdict => verdict.Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}");
            Console.WriteLine($"blind reading, {maker.Key}: {kept} of {maker.Count()} kept ({100.0 * kept / maker.Count():F0} %); dropped: {string.Join(", ", reasons)}");
        }

        Console.WriteLine($"of the cards of ours that were read, {verdicts.Count(verdict => made.Contains(verdict.Card))} are still made just so");
    }

    private static Read[] Draw(IEnumerable<Read> cards, int count, Random random)
    {
        var all = cards.ToArray();
        random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }

    private static string Number(int index) => $"card-{index + 1:D3}";

    /// <summary>A card with where it came from.</summary>
    private sealed record Read(string Id, string Maker, string Kind, SegmentedText Lecture, int Sentence, string Question, string Answer)
    {
        /// <summary>How good its maker takes it for; 0 where it does not say.</summary>
        public double Score { get; init; }

        /// <summary>The sentence of the card with one sentence before and one after it.</summary>
        public string Passage => string.Join(' ', Lecture.Sentences.Skip(Math.Max(0, Sentence - 1)).Take(Sentence == 0 ? 2 : 3));
    }
}
