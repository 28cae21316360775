using Lectern.Notes.Summary;

namespace Lectern.Notes.Exports.Json;

/// <summary>A cited sentence as it is written in JSON.</summary>
internal sealed record CitedJson
{
    public required string Text { get; init; }

    public required double Start { get; init; }

    public required double End { get; init; }

    public required int FirstSegment { get; init; }

    public required int LastSegment { get; init; }

    public required int Section { get; init; }

    public static CitedJson Of(CitedSentence sentence) => new()
    {
        Text = sentence.Text,
        Start = JsonSeconds.Of(sentence.Start),
        End = JsonSeconds.Of(sentence.End),
        FirstSegment = sentence.FirstSegment,
        LastSegment = sentence.LastSegment,
        Section = sentence.Section,
    };
}
