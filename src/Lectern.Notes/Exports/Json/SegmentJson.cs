using Lectern.Inference;

namespace Lectern.Notes.Exports.Json;

/// <summary>A segment as it is written in JSON.</summary>
internal sealed record SegmentJson
{
    public required int Id { get; init; }

    public required double Start { get; init; }

    public required double End { get; init; }

    public required string Text { get; init; }

    public required double Confidence { get; init; }

    public required bool Flagged { get; init; }

    /// <summary>Times become seconds; the confidence is the mean probability of a token, 0 to 1.</summary>
    public static SegmentJson Of(TranscriptSegment segment, int index) => new()
    {
        Id = index,
        Start = JsonSeconds.Of(segment.Start),
        End = JsonSeconds.Of(segment.End),
        Text = segment.Text,
        Confidence = double.IsNaN(segment.MeanLogProbability) ? 0 : Math.Round(Math.Clamp(Math.Exp(segment.MeanLogProbability), 0, 1), 4),
        Flagged = segment.IsFlagged,
    };
}
