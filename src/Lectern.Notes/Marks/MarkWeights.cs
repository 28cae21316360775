using Lectern.Inference;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Marks;

/// <summary>How much a listener's marks raise each sentence of a lecture in its summary, its key points and its cards.</summary>
/// <remarks>Pure: the same for the same marks, whatever their order. Without marks every weight is exactly 1. Immutable and thread-safe.</remarks>
public sealed class MarkWeights
{
    // One marks what was just said, and at times what is being said.
    private const long Before = 8 * SampleClock.Rate;
    private const long After = 2 * SampleClock.Rate;

    private static readonly Dictionary<MarkKind, Factors> ByKind = new()
    {
        [MarkKind.Important] = new(Summary: 2, Points: 1.5, Cards: 1.2),
        [MarkKind.Exam] = new(Summary: 2.5, Points: 1.75, Cards: 1.6),
        // Where the thread was lost the notes say a little more; it does not make a thing important.
        [MarkKind.Lost] = new(Summary: 1, Points: 1.25, Cards: 1),
    };

    private readonly Factors[] _sentences;

    private MarkWeights(Factors[] sentences) => _sentences = sentences;

    /// <summary>The weights of a lecture without marks.</summary>
    public static MarkWeights None { get; } = new([]);

    /// <summary>Tells whether marks of a kind play a part in notes.</summary>
    /// <param name="kind">The kind.</param>
    public static bool Weighs(MarkKind kind) => ByKind.ContainsKey(kind);

    /// <summary>Weighs the sentences of a lecture.</summary>
    /// <param name="sentences">The sentences in order.</param>
    /// <param name="marks">The marks, in any order.</param>
    /// <returns>For each sentence the greatest weight of the marks from 8 seconds before which to 2 seconds after which it is heard.</returns>
    public static MarkWeights Of(IReadOnlyList<Sentence> sentences, IEnumerable<Mark> marks)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(marks);
        var weights = new Factors[sentences.Count];
        Array.Fill(weights, Factors.One);
        foreach (var mark in marks)
        {
            if (!ByKind.TryGetValue(mark.Kind, out var factors))
                continue;
            var (from, until) = (mark.StartSample - Before, mark.EndSample + After);
            for (var i = 0; i < sentences.Count; i++)
            {
                if (sentences[i].StartSample < until && sentences[i].EndSample > from)
                    weights[i] = weights[i].OrGreater(factors);
            }
        }

        return new MarkWeights(weights);
    }

    /// <summary>Returns the weight of a sentence in a brief or standard summary.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public double InSummary(int sentence) => At(sentence).Summary;

    /// <summary>Returns the weight of a sentence in a detailed summary, which says more where the thread was lost.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public double InDetail(int sentence) => Math.Max(At(sentence).Summary, At(sentence).Points);

    /// <summary>Returns the weight of a sentence among the key points of its section.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public double InKeyPoints(int sentence) => At(sentence).Points;

    /// <summary>Returns the weight of the cards that are made of a sentence.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public double InCards(int sentence) => At(sentence).Cards;

    private Factors At(int sentence) => sentence < _sentences.Length ? _sentences[sentence] : Factors.One;

    private readonly record struct Factors(double Summary, double Points, double Cards)
    {
        internal static Factors One => new(1, 1, 1);

        internal Factors OrGreater(Factors other) => new(Math.Max(Summary, other.Summary), Math.Max(Points, other.Points), Math.Max(Cards, other.Cards));
    }
}
