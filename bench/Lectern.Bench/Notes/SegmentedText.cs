using Lectern.Inference;
using Lectern.Notes.Sentences;

namespace Lectern.Bench.Notes;

/// <summary>A text of <c>segmentation.jsonl</c> with the sections that people gave it.</summary>
internal sealed record SegmentedText(string Id, string Source, IReadOnlyList<string> Sentences, IReadOnlyList<int> Boundaries, IReadOnlyList<string>? SectionTitles)
{
    /// <summary>Sources that are real lectures of about an hour.</summary>
    public static readonly IReadOnlyList<string> Lectures = ["yale", "mit-physics", "mit-physics-asr", "mit-ai"];

    /// <summary>The sentences as they are given, one after another at an even pace; they are not split again.</summary>
    public IReadOnlyList<Sentence> Speak()
    {
        var segments = SharedText.Speak(Sentences);
        if (segments.Count != Sentences.Count)
            throw new InvalidOperationException($"A sentence of {Id} is empty, so its boundaries cannot be told.");
        return [.. segments.Select(ToSentence)];
    }

    private static Sentence ToSentence(TranscriptSegment segment, int index) => new()
    {
        Text = segment.Text,
        StartSample = segment.StartSample,
        EndSample = segment.EndSample,
        FirstSegment = index,
        LastSegment = index,
    };
}
