namespace Lectern.Notes.Sentences;

/// <summary>Cuts a run of words without punctuation into pieces of the length of a sentence.</summary>
/// <remarks>
/// Dynamic programming over the words. A piece costs more the further it is from a usual sentence, a cut costs less where the speaker
/// paused (a new segment begins) or where a word opens sentences ("so", "now", "but").
/// </remarks>
internal static class PauseSplitter
{
    private const int MaxWords = 40;
    private const double UsualWords = 16;
    private const double SpreadWords = 14;
    private const int FewWords = 4;

    /// <summary>Returns the indices in the joined text at which pieces begin, without the first.</summary>
    /// <param name="transcript">The joined transcript.</param>
    /// <param name="start">Index of the first character of the run.</param>
    /// <param name="end">Index after its last character.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static List<int> Split(TranscriptText transcript, int start, int end, string language)
    {
        var units = Units(transcript, start, end, language);
        var cost = new double[units.Count + 1];
        var from = new int[units.Count + 1];
        for (var last = 1; last <= units.Count; last++)
        {
            cost[last] = double.PositiveInfinity;
            var words = 0;
            for (var first = last - 1; first >= 0; first--)
            {
                words += units[first].Words;
                if (words > MaxWords && first < last - 1)
                    break;
                var total = cost[first] + PieceCost(words) + (first == 0 ? 0 : 1 - units[first].Opening);
                if (total < cost[last])
                    (cost[last], from[last]) = (total, first);
            }
        }

        var starts = new List<int>();
        for (var unit = from[units.Count]; unit > 0; unit = from[unit])
            starts.Add(units[unit].Start);
        starts.Reverse();
        return starts;
    }

    private static double PieceCost(int words)
    {
        var distance = (words - UsualWords) / SpreadWords;
        return 1 + (distance * distance) + (words < FewWords ? 2 : 0);
    }

    private static List<Unit> Units(TranscriptText transcript, int start, int end, string language)
    {
        var units = new List<Unit>();
        var text = transcript.Text;
        var unitStart = start;
        for (var index = start + 1; index <= end; index++)
        {
            var beginsWord = index < end && text[index - 1] == ' ';
            if (index < end && !beginsWord && (text[index] == ' ' || !BeginsSegment(transcript, index)))
                continue;
            var word = text[unitStart..index].Trim();
            units.Add(new Unit(unitStart, Math.Max(1, Tokens.Count(word)), Opening(transcript, unitStart, word, language)));
            unitStart = index;
        }

        return units;
    }

    // Between two words of an unspaced script a segment may begin without a space before it.
    private static bool BeginsSegment(TranscriptText transcript, int index) =>
        Scripts.IsUnspaced(transcript.Text[index]) && transcript.PauseBefore(index) is not null;

    private static double Opening(TranscriptText transcript, int start, string word, string language)
    {
        var cue = DiscourseCues.Opening(word.ToLowerInvariant().Replace('’', '\''), language);
        return transcript.PauseBefore(start) is { } pause
            ? cue + 0.2 + (Math.Min(pause.TotalSeconds, 1) * 3)
            : cue * 0.8;
    }

    /// <summary>What is never cut: a word, or a stretch of one segment in an unspaced script.</summary>
    private sealed record Unit(int Start, int Words, double Opening);
}
