using System.Text.Json.Serialization;

namespace Lectern.Inference.Catalog;

/// <summary>Files in a folder of this machine, for example a network share or a stick, which are copied into the store.</summary>
public sealed record FolderPart : ModelSourcePart
{
    /// <summary>Gets the folder, an absolute path.</summary>
    public required string Path { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Place => $"the folder '{Path}'";
}
