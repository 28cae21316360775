namespace Lectern.Inference.Seq2Seq.Rules;

/// <summary>Forbids tokens at a decoding step.</summary>
public interface ITokenRule
{
    /// <summary>Sets the logits of forbidden tokens to negative infinity.</summary>
    /// <param name="tokens">The tokens generated so far, without the prompt.</param>
    /// <param name="logits">The step's logits, one for each token of the vocabulary; changed in place.</param>
    void Apply(IReadOnlyList<int> tokens, Span<float> logits);
}
