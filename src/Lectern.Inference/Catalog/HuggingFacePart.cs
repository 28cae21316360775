using System.Text.Json.Serialization;

namespace Lectern.Inference.Catalog;

/// <summary>Files of a repository on Hugging Face, fetched over HTTPS and resumed where a download broke off.</summary>
public sealed record HuggingFacePart : ModelSourcePart
{
    /// <summary>Gets the repository, owner and name.</summary>
    public required string Repo { get; init; }

    /// <summary>Gets the commit, tag or branch. A commit is best: the catalog's SHA-256 holds for one content only.</summary>
    public required string Revision { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Place => $"the Hugging Face repository {Repo} ({Revision})";
}
