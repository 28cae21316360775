using System.Text.Json.Serialization;

namespace Lectern.Inference.Catalog;

/// <summary>One place that files of a model come from. The parts of one source together give all its files.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NpmPackagePart), "npm")]
[JsonDerivedType(typeof(HuggingFacePart), "huggingface")]
[JsonDerivedType(typeof(FolderPart), "folder")]
public abstract record ModelSourcePart
{
    /// <summary>Gets which files are taken from here: from the path at the source, with <c>/</c>, to the name in the model's folder.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Gets the place as people would name it.</summary>
    [JsonIgnore]
    public abstract string Place { get; }
}
