using Lectern.Inference.Models;
using Lectern.Inference.Speech;

namespace Lectern.Inference.Transcription;

/// <summary>Splits a window's text at the ends of its sentences and finds when each was said.</summary>
/// <remarks>
/// The model gives no times. Characters are spread evenly over the speech of the window, pauses left out, and the end of a sentence is moved
/// to a pause if there is one close by: people pause between sentences. Pure and thread-safe.
/// </remarks>
internal static class SentenceTiming
{
    private const int FewestCharacters = 16;
    private static readonly long Near = SampleClock.ToSample(TimeSpan.FromSeconds(1.2));

    internal static IReadOnlyList<TranscriptSegment> Split(AudioWindow window, WindowText text)
    {
        if (text.Text.Length == 0)
            return [];
        var sentences = Sentences(text.Text);
        var segments = new List<TranscriptSegment>(sentences.Count);
        var (start, characters) = (window.Speech[0].StartSample, 0);
        for (var i = 0; i < sentences.Count; i++)
        {
            characters += sentences[i].Length;
            var (end, next) = i == sentences.Count - 1
                ? (window.Speech[^1].EndSample, 0)
                : Boundary(window, start, (double)characters / text.Text.Length);
            segments.Add(new TranscriptSegment
            {
                StartSample = start,
                EndSample = Math.Max(end, start + 1),
                Text = sentences[i].Trim(),
                MeanLogProbability = text.MeanLogProbability,
                IsFlagged = text.IsFlagged,
            });
            start = Math.Max(next, segments[^1].EndSample);
        }

        return segments;
    }

    /// <summary>Returns where a sentence ends and the next one begins.</summary>
    private static (long End, long Next) Boundary(AudioWindow window, long start, double share)
    {
        var at = SpokenAt(window.Speech, share);
        var (end, next, least) = (at, at, Near);
        for (var i = 1; i < window.Speech.Count; i++)
        {
            var pause = new SpeechSpan(window.Speech[i - 1].EndSample, window.Speech[i].StartSample);
            var distance = at < pause.StartSample ? pause.StartSample - at : Math.Max(0, at - pause.EndSample);
            // A longer pause attracts from farther away.
            if (distance - pause.Length >= least || pause.StartSample <= start)
                continue;
            (end, next, least) = (pause.StartSample, pause.EndSample, distance - pause.Length);
        }

        return (Math.Min(end, window.Speech[^1].EndSample - 1), next);
    }

    private static long SpokenAt(IReadOnlyList<SpeechSpan> speech, double share)
    {
        var left = (long)(speech.Sum(span => span.Length) * share);
        foreach (var span in speech)
        {
            if (left < span.Length)
                return span.StartSample + left;
            left -= span.Length;
        }

        return speech[^1].EndSample;
    }

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length - 2; i++)
        {
            if (!IsEnd(text, i) || i + 1 - start < FewestCharacters || text.Length - i - 2 < FewestCharacters)
                continue;
            sentences.Add(text[start..(i + 1)]);
            start = i + 1;
        }

        sentences.Add(text[start..]);
        return sentences;
    }

    /// <summary>Whether a sentence ends with the character: a mark, then a space, then a capital, a digit or a quote; "Mr." and "J." end none.</summary>
    private static bool IsEnd(string text, int i)
    {
        const int LongestTitle = 3;
        if (text[i] is not ('.' or '?' or '!') || text[i + 1] != ' ' || !(char.IsUpper(text[i + 2]) || char.IsDigit(text[i + 2]) || text[i + 2] is '"' or '\''))
            return false;
        if (text[i] != '.')
            return true;
        var word = text.LastIndexOf(' ', i) + 1;
        return i - word > LongestTitle || char.IsLower(text[word]);
    }
}
