using Lectern.Inference.Seq2Seq.Rules;

namespace Lectern.Inference.Seq2Seq;

/// <summary>All that the runtime needs to know to decode one window; a model family fills it in and never touches ONNX.</summary>
public sealed record Seq2SeqTask
{
    /// <summary>Gets the encoder's input.</summary>
    public required EncoderInput Input { get; init; }

    /// <summary>Gets the tokens that the decoder starts from; at least one.</summary>
    public required IReadOnlyList<int> Prompt { get; init; }

    /// <summary>Gets the token that ends the text.</summary>
    public required int EndToken { get; init; }

    /// <summary>Gets the largest number of tokens to generate, the end token not counted; positive.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>Gets the rules that may forbid tokens, applied in order at each step.</summary>
    public IReadOnlyList<ITokenRule> Rules { get; init; } = [];
}
