using System.Text.Json.Serialization;
using Lectern.Notes.Marks;

namespace Lectern.Notes.Exports.Json;

/// <summary>A mark as it is written in JSON.</summary>
internal sealed record MarkJson
{
    public required string Kind { get; init; }

    public required double Start { get; init; }

    public required double End { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required double? Missing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Photo { get; init; }

    /// <summary>Returns the marks of a lecture; null where there are none, so that files of lectures without marks say nothing of them.</summary>
    public static IReadOnlyList<MarkJson>? Of(IReadOnlyList<Mark> marks) => marks.Count == 0 ? null : [.. marks.Select(mark => new MarkJson
    {
        Kind = mark.Kind.ToString().ToLowerInvariant(),
        Start = JsonSeconds.Of(mark.Start),
        End = JsonSeconds.Of(mark.End),
        Missing = mark.Missing > TimeSpan.Zero ? JsonSeconds.Of(mark.Missing) : null,
        Text = mark.Text.Length > 0 ? mark.Text : null,
        Photo = mark.PhotoFile,
    })];
}
