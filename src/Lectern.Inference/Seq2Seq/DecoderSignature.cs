using Lectern.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Lectern.Inference.Seq2Seq;

/// <summary>What a merged decoder takes and gives, read from the session's own metadata: nothing about a family is assumed.</summary>
internal sealed class DecoderSignature
{
    internal const string TokensInput = "input_ids";
    internal const string HiddenInput = "encoder_hidden_states";
    internal const string BranchInput = "use_cache_branch";
    internal const string LogitsOutput = "logits";

    private const string PastPrefix = "past_key_values";
    private const string PresentPrefix = "present";

    private DecoderSignature(IReadOnlyList<CacheEntry> cache, bool hidesPadding, int vocabularySize)
    {
        Cache = cache;
        HidesPadding = hidesPadding;
        VocabularySize = vocabularySize;
        Inputs = [TokensInput, HiddenInput, BranchInput, .. hidesPadding ? [EncoderAttentionBias.InputName] : Array.Empty<string>(), .. cache.Select(entry => entry.Past)];
        Outputs = [LogitsOutput, .. cache.Select(entry => entry.Present)];
    }

    /// <summary>Gets the cache's tensors in the order in which they are bound.</summary>
    internal IReadOnlyList<CacheEntry> Cache { get; }

    /// <summary>Gets whether encoder outputs of different lengths can be decoded as one batch.</summary>
    internal bool HidesPadding { get; }

    /// <summary>Gets the length of the last axis of the logits.</summary>
    internal int VocabularySize { get; }

    /// <summary>Gets the names of all inputs, the cache last.</summary>
    internal IReadOnlyList<string> Inputs { get; }

    /// <summary>Gets the names of all outputs, the logits first.</summary>
    internal IReadOnlyList<string> Outputs { get; }

    /// <summary>Reads the signature.</summary>
    /// <param name="session">A decoder's session.</param>
    /// <param name="file">The decoder's path, for messages.</param>
    /// <exception cref="ModelException">The model is not a merged decoder with a cache.</exception>
    internal static DecoderSignature Read(InferenceSession session, string file)
    {
        foreach (var input in new[] { TokensInput, HiddenInput, BranchInput })
        {
            if (!session.InputMetadata.ContainsKey(input))
                throw Unfit(file, $"it has no input '{input}'");
        }

        if (!session.OutputMetadata.TryGetValue(LogitsOutput, out var logits) || logits.Dimensions is not [.., > 0 and var vocabularySize])
            throw Unfit(file, $"it has no output '{LogitsOutput}' with a fixed vocabulary");
        var cache = session.InputMetadata
            .Where(input => input.Key.StartsWith(PastPrefix, StringComparison.Ordinal))
            .Select(input => Entry(session, input.Key, input.Value, file))
            .ToList();
        if (cache.Count == 0)
            throw Unfit(file, $"it has no '{PastPrefix}' inputs");
        return new DecoderSignature(cache, session.InputMetadata.ContainsKey(EncoderAttentionBias.InputName), vocabularySize);
    }

    private static CacheEntry Entry(InferenceSession session, string past, NodeMetadata metadata, string file)
    {
        var present = PresentPrefix + past[PastPrefix.Length..];
        if (!session.OutputMetadata.ContainsKey(present))
            throw Unfit(file, $"'{past}' comes in, but '{present}' does not come out");
        if (metadata.Dimensions is not [_, > 0 and var heads, _, > 0 and var headSize])
            throw Unfit(file, $"'{past}' does not have the shape [batch, heads, length, head size]");
        if (metadata.ElementDataType is not (TensorElementType.Float or TensorElementType.Float16))
            throw Unfit(file, $"'{past}' is neither float32 nor float16");
        return new CacheEntry(past, present, past.Contains(".encoder.", StringComparison.Ordinal), metadata.ElementDataType, heads, headSize);
    }

    private static ModelException Unfit(string file, string why) =>
        new($"The model file '{file}' is not a decoder that this program can run: {why}. Use an export named 'decoder_model_merged.onnx'.");
}
