namespace Lectern.Inference.Seq2Seq;

/// <summary>What the decoder made of one window.</summary>
/// <param name="Tokens">The generated tokens, without prompt and end token.</param>
/// <param name="MeanLogProbability">Mean natural logarithm of the chosen tokens' probabilities, the end token's too; at most 0.</param>
/// <param name="Stop">Why decoding ended.</param>
public sealed record Generation(IReadOnlyList<int> Tokens, double MeanLogProbability, StopReason Stop);
