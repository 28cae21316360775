namespace Lectern.Inference.Catalog;

/// <summary>A catalog file as it is written.</summary>
internal sealed record CatalogDocument
{
    /// <summary>Gets the id of the model that transcribes when the user names none; null leaves the choice to the catalog below.</summary>
    public string? Default { get; init; }

    /// <summary>Gets the models.</summary>
    public required IReadOnlyList<ModelEntry> Models { get; init; }
}
