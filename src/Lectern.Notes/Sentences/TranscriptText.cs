using System.Text;
using Lectern.Inference;

namespace Lectern.Notes.Sentences;

/// <summary>The segments of a transcript joined to one text, with a map from characters back to segments and samples.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class TranscriptText
{
    private readonly IReadOnlyList<TranscriptSegment> _segments;
    private readonly int[] _starts;
    private readonly int[] _ends;

    private TranscriptText(IReadOnlyList<TranscriptSegment> segments, string text, int[] starts, int[] ends)
    {
        _segments = segments;
        Text = text;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>All segments, white space made single spaces, one space between segments except inside unspaced scripts.</summary>
    public string Text { get; }

    /// <summary>Joins the segments.</summary>
    /// <exception cref="ArgumentException">A segment ends before it begins, or begins before the one ahead of it ends.</exception>
    public static TranscriptText Join(IReadOnlyList<TranscriptSegment> segments)
    {
        var text = new StringBuilder();
        var starts = new int[segments.Count];
        var ends = new int[segments.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            RequireOrder(segments, i);
            var words = segments[i].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length > 0 && text.Length > 0 && !(IsUnspaced(text[^1]) && IsUnspaced(words[0][0])))
                text.Append(' ');
            starts[i] = text.Length;
            text.AppendJoin(' ', words);
            ends[i] = text.Length;
        }

        return new TranscriptText(segments, text.ToString(), starts, ends);
    }

    /// <summary>Returns the index of the segment that the character at <paramref name="index"/> belongs to.</summary>
    public int SegmentAt(int index)
    {
        var (low, high) = (0, _starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ends[middle] > index)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Returns the sample at which the character at <paramref name="index"/> begins.</summary>
    public long StartSampleAt(int index) => SampleAt(SegmentAt(index), index);

    /// <summary>Returns the sample at which the character before <paramref name="index"/> ends.</summary>
    public long EndSampleAt(int index) => SampleAt(SegmentAt(index - 1), index);

    /// <summary>Returns the silence before the character at <paramref name="index"/>, or null where no segment begins there.</summary>
    public TimeSpan? PauseBefore(int index)
    {
        var segment = SegmentAt(index);
        if (_starts[segment] != index || segment == 0)
            return null;
        return SampleClock.ToTime(_segments[segment].StartSample - _segments[segment - 1].EndSample);
    }

    private long SampleAt(int segment, int index)
    {
        var (start, end) = (_segments[segment].StartSample, _segments[segment].EndSample);
        return start + ((end - start) * (index - _starts[segment]) / (_ends[segment] - _starts[segment]));
    }

    private static void RequireOrder(IReadOnlyList<TranscriptSegment> segments, int i)
    {
        if (segments[i].EndSample < segments[i].StartSample)
            throw new ArgumentException($"Segment {i} of the transcript ends before it begins.", nameof(segments));
        if (i > 0 && segments[i].StartSample < segments[i - 1].EndSample)
            throw new ArgumentException($"Segment {i} of the transcript begins before segment {i - 1} ends.", nameof(segments));
    }

    private static bool IsUnspaced(char letter) => Scripts.IsUnspaced(letter);
}
