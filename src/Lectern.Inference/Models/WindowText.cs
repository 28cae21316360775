namespace Lectern.Inference.Models;

/// <summary>What a speech model wrote for one window.</summary>
/// <param name="Text">One line, trimmed; empty where nothing was said.</param>
/// <param name="MeanLogProbability">Mean natural logarithm of the tokens' probabilities.</param>
/// <param name="IsFlagged">Whether the model ran into a loop or its limit, so that the text may be incomplete.</param>
public sealed record WindowText(string Text, double MeanLogProbability, bool IsFlagged);
