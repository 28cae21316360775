using CsCheck;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Text;

public sealed class BytePairMergerTests
{
    private static readonly string[] Letters = ["a", "b", "c"];
    private static readonly Gen<string> Piece = Gen.String[Gen.Char["abc"], 1, 2];

    /// <summary>The definition itself, word for word: find the most urgent pair, leftmost first, merge it, begin again.</summary>
    [Fact]
    public void Merging_by_queue_equals_merging_by_rescanning() =>
        Gen.Select(Gen.Select(Piece, Piece).List[0, 12], Gen.String[Gen.Char["abc"], 0, 30]).Sample((merges, text) =>
        {
            string[] pieces = [.. Letters.Concat(merges.SelectMany(pair => new[] { pair.Item1, pair.Item2, pair.Item1 + pair.Item2 })).Distinct(StringComparer.Ordinal)];
            var vocabulary = pieces.Select((piece, id) => (piece, id)).ToDictionary(pair => pair.piece, pair => pair.id, StringComparer.Ordinal);
            List<int> ids = [.. text.Select(letter => vocabulary[letter.ToString()])];

            new BytePairMerger(merges, vocabulary).Apply(ids);

            Assert.Equal(MergeByRescanning(text, merges), ids.Select(id => pieces[id]), StringComparer.Ordinal);
        });

    [Fact]
    public void A_long_word_is_no_trouble()
    {
        var merges = new[] { ("a", "a"), ("aa", "aa") };
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 0, ["aa"] = 1, ["aaaa"] = 2 };
        List<int> ids = [.. Enumerable.Repeat(0, 400_003)];

        new BytePairMerger(merges, vocabulary).Apply(ids);

        Assert.Equal([.. Enumerable.Repeat(2, 100_000), 1, 0], ids);
    }

    private static List<string> MergeByRescanning(string text, List<(string Left, string Right)> merges)
    {
        List<string> pieces = [.. text.Select(letter => letter.ToString())];
        while (true)
        {
            var best = Enumerable.Range(0, Math.Max(0, pieces.Count - 1))
                .Select(k => (Rank: merges.IndexOf((pieces[k], pieces[k + 1])), Position: k))
                .Where(pair => pair.Rank >= 0)
                .DefaultIfEmpty((Rank: -1, Position: -1))
                .Min();
            if (best.Rank < 0)
                return pieces;
            pieces[best.Position] += pieces[best.Position + 1];
            pieces.RemoveAt(best.Position + 1);
        }
    }
}
