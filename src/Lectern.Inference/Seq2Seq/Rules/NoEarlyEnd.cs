namespace Lectern.Inference.Seq2Seq.Rules;

/// <summary>Forbids the end of the text before it has begun: for a window in which speech was heard and the model wrote nothing.</summary>
/// <param name="endToken">The token that ends the text.</param>
/// <param name="minTokens">The number of tokens that must come first.</param>
public sealed class NoEarlyEnd(int endToken, int minTokens) : ITokenRule
{
    /// <inheritdoc/>
    public void Apply(IReadOnlyList<int> tokens, Span<float> logits)
    {
        if (tokens.Count < minTokens)
            logits[endToken] = float.NegativeInfinity;
    }
}
