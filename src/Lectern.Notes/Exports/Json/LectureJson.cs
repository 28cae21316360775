using System.Text.Json.Serialization;

namespace Lectern.Notes.Exports.Json;

/// <summary>A whole lecture as it is written in JSON.</summary>
internal sealed record LectureJson
{
    public required string Title { get; init; }

    public required string File { get; init; }

    public required double Duration { get; init; }

    public required string Model { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset ProcessedAt { get; init; }

    public required IReadOnlyList<CitedJson> Summary { get; init; }

    public required IReadOnlyList<SectionJson> Sections { get; init; }

    public required IReadOnlyList<TermJson> Terms { get; init; }

    public required IReadOnlyList<CardJson> Cards { get; init; }

    public required IReadOnlyList<DroppedJson> DroppedCards { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IReadOnlyList<MarkJson>? Marks { get; init; }

    public required IReadOnlyList<SegmentJson> Segments { get; init; }

    public static LectureJson Of(Lecture lecture) => new()
    {
        Title = lecture.Title,
        File = lecture.FileName,
        Duration = JsonSeconds.Of(lecture.Duration),
        Model = lecture.Model,
        Language = lecture.Language,
        ProcessedAt = lecture.ProcessedAt,
        Summary = [.. lecture.Notes.Summary.Select(CitedJson.Of)],
        Sections = [.. lecture.Notes.Sections.Select(SectionJson.Of)],
        Terms = [.. lecture.Notes.KeyTerms.Select(TermJson.Of)],
        Cards = [.. lecture.Notes.Cards.Cards.Select(CardJson.Of)],
        DroppedCards = [.. lecture.Notes.Cards.Dropped.Select(DroppedJson.Of)],
        Marks = MarkJson.Of(lecture.Marks),
        Segments = [.. lecture.Segments.Select(SegmentJson.Of)],
    };
}
