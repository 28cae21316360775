using System.Text.Json.Serialization;

namespace Lectern.Notes.Exports.Json;

/// <summary>A transcript as it is written in JSON.</summary>
internal sealed record TranscriptJson
{
    public required string File { get; init; }

    public required double Duration { get; init; }

    public required string Model { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<MarkJson>? Marks { get; init; }

    public required IReadOnlyList<SegmentJson> Segments { get; init; }

    public static TranscriptJson Of(Lecture lecture) => new()
    {
        File = lecture.FileName,
        Duration = JsonSeconds.Of(lecture.Duration),
        Model = lecture.Model,
        Language = lecture.Language,
        Text = string.Join(' ', lecture.Segments.Select(segment => segment.Text)),
        Marks = MarkJson.Of(lecture.Marks),
        Segments = [.. lecture.Segments.Select(SegmentJson.Of)],
    };
}
