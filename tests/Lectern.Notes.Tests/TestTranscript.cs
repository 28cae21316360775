using CsCheck;
using Lectern.Inference;

namespace Lectern.Notes.Tests;

/// <summary>Transcripts for tests.</summary>
internal static class TestTranscript
{
    private const int SamplesPerWord = SampleClock.Rate * 2 / 5;

    private static readonly string[] Pieces =
    [
        "so", "now", "the", "energy", "of", "light", "is", "Dr.", "Smith", "e.g.", "3.14", "U.S.", "A.", "Yes.", "why?", "wait...", "…", "“Quite.”",
        "(see", "below)", "1.", "No.", "7", "and", "world!", "well,", "--", "-->", "<b>bold</b>", "&amp;", "{{c1::x}}", "*star*", "# head", "😀", "👩‍🔬",
        "你好。", "世界", "مرحبا", "שלום.", "ÄÖÜ", "naïve", "don't", "x²", new string('a', 60), "\u0301\u0301",
    ];

    /// <summary>Segments of any words at any speed, with or without pauses.</summary>
    public static Gen<IReadOnlyList<TranscriptSegment>> Any { get; } =
        Gen.Select(Gen.OneOf(Pieces).Array[1, 25], Gen.Long[1, 200_000], Gen.Frequency((3, Gen.Const(0L)), (2, Gen.Long[0, 80_000])))
            .Array[0, 12]
            .Select(parts => (IReadOnlyList<TranscriptSegment>)Lay(parts.Select(part => (string.Join(' ', part.Item1), part.Item2, part.Item3))));

    /// <summary>Segments as a recogniser makes them of a person who speaks: at least half a second, 2 to 4 words a second.</summary>
    public static Gen<IReadOnlyList<TranscriptSegment>> Spoken { get; } =
        Gen.Select(
                Gen.OneOf("light", "energy", "and", "the", "because", "water,", "carbon.", "photosynthesis", "is", "plants").Array[2, 40],
                Gen.Long[4_000, 8_000],
                Gen.Long[0, 30_000])
            .Array[1, 10]
            .Select(parts => (IReadOnlyList<TranscriptSegment>)Lay(parts.Select(part => (string.Join(' ', part.Item1), Math.Max(8_000, part.Item1.Length * part.Item2), part.Item3))));

    /// <summary>Returns a segment between two times in seconds.</summary>
    public static TranscriptSegment Segment(string text, double startSeconds, double endSeconds) => new()
    {
        StartSample = (long)(startSeconds * SampleClock.Rate),
        EndSample = (long)(endSeconds * SampleClock.Rate),
        Text = text,
        MeanLogProbability = -0.1,
    };

    /// <summary>Returns segments one after the other, at 150 words a minute.</summary>
    public static IReadOnlyList<TranscriptSegment> Of(params IEnumerable<string> texts) =>
        Lay(texts.Select(text => (text, (long)text.Split(' ').Length * SamplesPerWord, 0L)));

    private static List<TranscriptSegment> Lay(IEnumerable<(string Text, long Samples, long PauseSamples)> parts)
    {
        var segments = new List<TranscriptSegment>();
        var start = 0L;
        foreach (var (text, samples, pause) in parts)
        {
            start += pause;
            segments.Add(new TranscriptSegment { StartSample = start, EndSample = start + samples, Text = text, MeanLogProbability = -0.1 });
            start += samples;
        }

        return segments;
    }
}
