using System.Numerics.Tensors;

namespace Lectern.Inference.Seq2Seq;

/// <summary>Chooses the most probable token at each step for one row of a batch, and knows when the row is finished.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class GreedySearch(Seq2SeqTask task)
{
    private readonly List<int> _tokens = [];
    private double _logProbability;
    private StopReason? _stop;

    /// <summary>Gets whether nothing more is to be decoded for the row.</summary>
    internal bool IsFinished => _stop is not null;

    /// <summary>Takes a step's logits and returns the chosen token.</summary>
    /// <param name="logits">One for each token of the vocabulary; overwritten.</param>
    internal int Choose(Span<float> logits)
    {
        foreach (var rule in task.Rules)
            rule.Apply(_tokens, logits);
        var token = TensorPrimitives.IndexOfMax<float>(logits);
        if (!float.IsFinite(logits[token]))
            throw new ModelException("The speech model computed no finite numbers; its files may be damaged. Check them with 'lectern models verify'.");
        _logProbability += LogProbability(logits, token);
        if (token == task.EndToken)
        {
            _stop = StopReason.End;
            return token;
        }

        _tokens.Add(token);
        if (LoopGuard.IsLoop(_tokens, out var keep))
            Cut(keep);
        else if (_tokens.Count >= task.MaxTokens)
            _stop = StopReason.Limit;
        return token;
    }

    /// <summary>Returns what was generated.</summary>
    internal Generation Finish()
    {
        var chosen = _tokens.Count + (_stop is StopReason.End ? 1 : 0);
        return new Generation(_tokens, chosen == 0 ? 0 : Math.Min(0, _logProbability / chosen), _stop ?? StopReason.Limit);
    }

    private void Cut(int keep)
    {
        // A loop is certain of itself: its repetitions must not raise the mean, so it is scaled to what is kept.
        _logProbability *= (double)keep / _tokens.Count;
        _tokens.RemoveRange(keep, _tokens.Count - keep);
        _stop = StopReason.Loop;
    }

    private static double LogProbability(Span<float> logits, int token)
    {
        var chosen = logits[token];
        TensorPrimitives.Subtract(logits, chosen, logits);
        TensorPrimitives.Exp(logits, logits);
        return -Math.Log(TensorPrimitives.Sum<float>(logits));
    }
}
