using Lectern.Inference;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Bench.Notes;

/// <summary><c>bench notes --part keypoints</c>: F1 of the three best sentences of each clip, over all clips, beside the scorer's baselines.</summary>
internal static class KeyPointsPart
{
    private const int Top = 3;

    internal static async Task RunAsync(CancellationToken cancellation)
    {
        Console.WriteLine((await Scorer.RunAsync("baselines.py", ["--half", "dev", "--task", "kp"], cancellation)).Trim());
        var (right, chosen, labelled) = (0, 0, 0);
        foreach (var clip in SharedText.Read<KeyTalk>("keypoints").SelectMany(talk => talk.Clips))
        {
            var best = Best(clip);
            right += best.Sum(index => clip.Labels[index]);
            chosen += best.Count;
            labelled += clip.Labels.Sum();
        }

        Console.WriteLine($"{"ours",-18} top3 P {100.0 * right / chosen:F2} R {100.0 * right / labelled:F2} F {200.0 * right / (chosen + labelled):F2}");
    }

    private static List<int> Best(KeyClip clip)
    {
        var sentences = clip.Sentences.Select((text, i) => new Sentence
        {
            Text = text,
            StartSample = (long)i * SampleClock.Rate,
            EndSample = (i + 1L) * SampleClock.Rate,
            FirstSegment = i,
            LastSegment = i,
        }).ToArray();
        var scores = KeySentenceScores.Of(sentences, "en");
        return [.. Enumerable.Range(0, sentences.Length).OrderByDescending(index => scores[index]).ThenBy(index => index).Take(Top)];
    }
}
