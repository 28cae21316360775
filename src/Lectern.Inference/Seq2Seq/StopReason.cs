namespace Lectern.Inference.Seq2Seq;

/// <summary>Why decoding of a window ended.</summary>
public enum StopReason
{
    /// <summary>The model ended the text itself.</summary>
    End,

    /// <summary>The task's largest number of tokens was reached.</summary>
    Limit,

    /// <summary>The model repeated itself; the repetitions are cut off.</summary>
    Loop,
}
