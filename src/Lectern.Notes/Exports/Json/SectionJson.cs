using Lectern.Notes.Outline;

namespace Lectern.Notes.Exports.Json;

/// <summary>A section as it is written in JSON.</summary>
internal sealed record SectionJson
{
    public required string Title { get; init; }

    public required double Start { get; init; }

    public required double End { get; init; }

    public required IReadOnlyList<CitedJson> KeyPoints { get; init; }

    public static SectionJson Of(Section section) => new()
    {
        Title = section.Title,
        Start = JsonSeconds.Of(section.Start),
        End = JsonSeconds.Of(section.End),
        KeyPoints = [.. section.KeyPoints.Select(CitedJson.Of)],
    };
}
