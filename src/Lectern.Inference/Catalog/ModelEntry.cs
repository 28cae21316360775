using System.Text.Json.Serialization;

namespace Lectern.Inference.Catalog;

/// <summary>A model of the catalog: what it is, which files it has, and where they come from.</summary>
public sealed record ModelEntry
{
    /// <summary>Gets the name that users say, and the name of the model's folder: small letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the kind of model, which decides what loads it: <c>moonshine</c>, <c>silero</c>.</summary>
    public required string Family { get; init; }

    /// <summary>Gets one line for people who choose.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the languages that the model knows, as ISO 639-1 codes; empty where language does not matter.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Gets the licence, as an SPDX identifier where there is one.</summary>
    public required string Licence { get; init; }

    /// <summary>Gets the files, at least one.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>Gets the sources in the order in which they are tried; the parts of each give every file exactly once.</summary>
    public required IReadOnlyList<IReadOnlyList<ModelSourcePart>> Sources { get; init; }

    /// <summary>Gets the size of the installed model in bytes.</summary>
    [JsonIgnore]
    public long SizeBytes => Files.Sum(file => file.Bytes);
}
