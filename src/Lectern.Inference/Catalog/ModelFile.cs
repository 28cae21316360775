namespace Lectern.Inference.Catalog;

/// <summary>A file of a model as the catalog knows it.</summary>
public sealed record ModelFile
{
    /// <summary>Gets the file's name in the model's folder: small letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the file's length in bytes, at least 1.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets the SHA-256 of the file's content, 64 small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
