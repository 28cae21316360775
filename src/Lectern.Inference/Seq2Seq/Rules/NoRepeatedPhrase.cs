namespace Lectern.Inference.Seq2Seq.Rules;

/// <summary>Forbids any token that would complete a phrase which has been generated before: the way out of a loop.</summary>
/// <remarks>The rule of "no-repeat n-grams" from fairseq's and Hugging Face's generators.</remarks>
/// <param name="length">Tokens in a phrase; at least 2.</param>
public sealed class NoRepeatedPhrase(int length) : ITokenRule
{
    /// <inheritdoc/>
    public void Apply(IReadOnlyList<int> tokens, Span<float> logits)
    {
        var prefix = length - 1;
        for (var start = 0; start + length <= tokens.Count; start++)
        {
            if (SamePrefix(tokens, start, tokens.Count - prefix, prefix))
                logits[tokens[start + prefix]] = float.NegativeInfinity;
        }
    }

    private static bool SamePrefix(IReadOnlyList<int> tokens, int first, int second, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (tokens[first + i] != tokens[second + i])
                return false;
        }

        return true;
    }
}
