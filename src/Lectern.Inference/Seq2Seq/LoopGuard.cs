namespace Lectern.Inference.Seq2Seq;

/// <summary>Notices that a decoder repeats a token or a phrase without end.</summary>
/// <remarks>
/// Speakers do repeat themselves ("very, very, very"), so a short phrase must come back more often than a long one before it counts: one
/// token ten times, a phrase of up to <see cref="LongestPhrase"/> tokens at least four times and over sixteen tokens or more.
/// </remarks>
internal static class LoopGuard
{
    internal const int LongestPhrase = 32;

    private const int MinRepeatsOfToken = 10;
    private const int MinRepeatsOfPhrase = 4;
    private const int MinTokensOfPhrases = 16;

    /// <summary>Looks for a loop at the end of the tokens.</summary>
    /// <param name="tokens">The tokens generated so far.</param>
    /// <param name="keep">The number of tokens up to the end of the phrase's first occurrence, when there is a loop.</param>
    /// <returns>Whether the tokens end in a loop.</returns>
    internal static bool IsLoop(IReadOnlyList<int> tokens, out int keep)
    {
        for (var phrase = 1; phrase <= LongestPhrase; phrase++)
        {
            var repeats = Repeats(tokens, phrase);
            var enough = phrase == 1
                ? repeats >= MinRepeatsOfToken
                : repeats >= MinRepeatsOfPhrase && repeats * phrase >= MinTokensOfPhrases;
            if (!enough)
                continue;
            keep = tokens.Count - (repeats - 1) * phrase;
            return true;
        }

        keep = tokens.Count;
        return false;
    }

    private static int Repeats(IReadOnlyList<int> tokens, int phrase)
    {
        var same = 0;
        for (var i = tokens.Count - 1; i >= phrase && tokens[i] == tokens[i - phrase]; i--)
            same++;
        return same / phrase + 1;
    }
}
