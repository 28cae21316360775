using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Bench.Notes;

/// <summary>Fits the weights of <c>BoundaryOdds</c>: a logistic regression with a quadratic penalty, by Newton's method.</summary>
/// <remarks>
/// Fitted on the lectures of the dev half: yale, mit-physics, mit-physics-asr and mit-ai. The areas under the curve and the scores of the cuts
/// are those of held-out quarters; the two texts of one physics lecture always stand in the same quarter. Texts of other sources, which are
/// not cut here, are left out of the scores that count (the scorer takes them for one section).
/// </remarks>
internal static class OutlineFit
{
    private const int Folds = 4;
    private const int Steps = 12;
    private const double Penalty = 2;

    internal static async Task RunAsync(CancellationToken cancellation)
    {
        var texts = SharedText.Read<SegmentedText>("segmentation").Where(text => SegmentedText.Lectures.Contains(text.Source, StringComparer.Ordinal)).Select(Examples.Of).ToList();
        var ranks = new List<(string Source, double Rank)>();
        var cuts = new List<object>();
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var weights = Fit([.. texts.Where(text => text.Fold != fold).SelectMany(text => text.Rows)]);
            ranks.AddRange(texts.Where(text => text.Fold == fold).SelectMany(text => text.Ranks(weights)));
            cuts.AddRange(texts.Where(text => text.Fold == fold).Select(text => new { text.Text.Id, Boundaries = text.Cut(weights) }));
        }

        foreach (var source in ranks.GroupBy(entry => entry.Source, StringComparer.Ordinal))
            Console.WriteLine($"area under the curve, held out: {source.Key,-16} {source.Average(entry => entry.Rank):F3}");
        var path = SharedText.WritePredictions("outline-held-out", cuts);
        Console.WriteLine(await Scorer.RunAsync("pk_windowdiff.py", ["--ref", SharedText.DevFile("segmentation"), "--pred", path], cancellation));
        var final = Fit([.. texts.SelectMany(text => text.Rows)]);
        Console.WriteLine(string.Join(", ", final.Skip(1).Select(weight => weight.ToString("F2"))));
    }

    private static double[] Fit((double[] Features, bool IsBoundary)[] rows)
    {
        var size = rows[0].Features.Length;
        var weights = new double[size];
        for (var step = 0; step < Steps; step++)
        {
            var slope = new double[size];
            var bend = new double[size, size];
            foreach (var (features, isBoundary) in rows)
                AddRow(features, isBoundary, weights, slope, bend);
            bend[0, 0] += 1e-6;
            for (var i = 1; i < size; i++)
                (bend[i, i], slope[i]) = (bend[i, i] + Penalty, slope[i] - (Penalty * weights[i]));
            Solve(bend, slope);
            for (var i = 0; i < size; i++)
                weights[i] += slope[i];
        }

        return weights;
    }

    private static void AddRow(double[] features, bool isBoundary, double[] weights, double[] slope, double[,] bend)
    {
        var chance = 1 / (1 + Math.Exp(-Dot(features, weights)));
        for (var i = 0; i < features.Length; i++)
        {
            slope[i] += ((isBoundary ? 1 : 0) - chance) * features[i];
            for (var j = 0; j < features.Length && features[i] != 0; j++)
                bend[i, j] += chance * (1 - chance) * features[i] * features[j];
        }
    }

    // Gauss–Jordan on a positive definite matrix, which needs no pivoting; the solution takes the place of the right side.
    private static void Solve(double[,] matrix, double[] right)
    {
        for (var pivot = 0; pivot < right.Length; pivot++)
        {
            for (var row = 0; row < right.Length; row++)
            {
                if (row == pivot)
                    continue;
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < right.Length; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                right[row] -= factor * right[pivot];
            }
        }

        for (var row = 0; row < right.Length; row++)
            right[row] /= matrix[row, row];
    }

    private static double Dot(double[] first, double[] second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
            sum += first[i] * second[i];
        return sum;
    }

    /// <summary>The sentences of one text as examples, the constant first among the features.</summary>
    private sealed record Examples(SegmentedText Text, int Fold, (double[] Features, bool IsBoundary)[] Rows)
    {
        public static Examples Of(SegmentedText text)
        {
            var sentences = text.Speak();
            var features = BoundaryFeatures.Of(sentences, TermFrequency.Of(sentences, "en"), "en");
            var lecture = text.Id.Replace("-asr", string.Empty, StringComparison.Ordinal);
            var fold = lecture.Aggregate(17, (hash, letter) => ((hash * 31) + letter) % 9973) % Folds;
            return new Examples(text, fold, [.. features.Skip(1).Select((row, i) => ((double[])[1, .. row], text.Boundaries.Contains(i + 1)))]);
        }

        public IReadOnlyList<int> Cut(double[] weights)
        {
            var sentences = Text.Speak();
            return TopicBoundaries.Find(sentences, TermFrequency.Of(sentences, "en"), [0, .. Rows.Select(row => Dot(row.Features, weights) - weights[0])]);
        }

        public IEnumerable<(string Source, double Rank)> Ranks(double[] weights)
        {
            var odds = Rows.Select(row => Dot(row.Features, weights)).ToArray();
            return Rows.Index().Where(entry => entry.Item.IsBoundary)
                .Select(entry => (Text.Source, odds.Count(other => other < odds[entry.Index]) / (double)odds.Length));
        }
    }
}
