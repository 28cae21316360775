using System.Text.Json;
using Lectern.Inference;

namespace Lectern.Bench.Notes;

/// <summary>The lecture texts of <c>../shared/text/dev</c> and where predictions for its scorers go.</summary>
internal static class SharedText
{
    // Words a second of an unhurried lecturer; the texts carry no times of their own.
    private const double WordsPerSecond = 2.5;
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Gets the folder of the shared texts.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(SharedClip.RepositoryRoot(), "..", "shared", "text"));

    /// <summary>Reads one of the dev files.</summary>
    /// <param name="name">Its name without the ending, such as "summarization".</param>
    public static IReadOnlyList<T> Read<T>(string name) =>
        [.. File.ReadLines(DevFile(name)).Select(line => JsonSerializer.Deserialize<T>(line, Options)!)];

    /// <summary>Returns the path of a dev file.</summary>
    public static string DevFile(string name) => Path.Combine(Folder, "dev", name + ".jsonl");

    /// <summary>Writes predictions, one object a line, and returns the path.</summary>
    public static string WritePredictions(string name, IEnumerable<object> predictions)
    {
        var folder = Path.Combine(SharedClip.RepositoryRoot(), "artifacts", "bench-notes");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".jsonl");
        File.WriteAllLines(path, predictions.Select(prediction => JsonSerializer.Serialize(prediction, Options)));
        return path;
    }

    /// <summary>Speaks texts at an even pace: one segment for each.</summary>
    public static IReadOnlyList<TranscriptSegment> Speak(IEnumerable<string> texts)
    {
        var segments = new List<TranscriptSegment>();
        var start = 0L;
        foreach (var text in texts.Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            var end = start + (long)(words / WordsPerSecond * SampleClock.Rate);
            segments.Add(new TranscriptSegment { StartSample = start, EndSample = end, Text = text, MeanLogProbability = 0 });
            start = end;
        }

        return segments;
    }
}
