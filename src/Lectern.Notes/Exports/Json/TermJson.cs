using Lectern.Notes.Summary;

namespace Lectern.Notes.Exports.Json;

/// <summary>A key term as it is written in JSON.</summary>
internal sealed record TermJson
{
    public required string Text { get; init; }

    public required string? Expansion { get; init; }

    public required int Mentions { get; init; }

    public required bool Defined { get; init; }

    public required CitedJson Source { get; init; }

    public static TermJson Of(KeyTerm term) => new()
    {
        Text = term.Text,
        Expansion = term.Expansion,
        Mentions = term.Mentions,
        Defined = term.IsDefined,
        Source = CitedJson.Of(term.Source),
    };
}
