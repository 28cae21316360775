using Lectern.Inference;

namespace Lectern.Notes.Exports.Subtitles;

/// <summary>Turns segments into subtitles, as they arrive.</summary>
/// <remarks>
/// A cue has at most two lines of 42 columns. Where the speaker leaves room it lasts 5/6 to 7 seconds and is read at no more than 20
/// characters a second; a gap of 83 milliseconds (two frames) is left before the next. Cues never overlap, and their times are whole
/// milliseconds computed once. Short segments that follow each other closely share a cue. One segment is held back until the next is
/// known. Not thread-safe: one shaper for one lecture.
/// </remarks>
public sealed class CueShaper
{
    /// <summary>The shortest time that a cue should be shown: 5/6 of a second.</summary>
    public const int ShortestMilliseconds = 834;

    /// <summary>The longest time that a cue is shown.</summary>
    public const int LongestMilliseconds = 7000;

    /// <summary>The time that should lie between two cues: two frames at 24 a second.</summary>
    public const int GapMilliseconds = 83;

    /// <summary>The most characters a second that a cue should ask a reader to read.</summary>
    public const int CharactersPerSecond = 20;

    private const int JoinGapMilliseconds = 500;
    private readonly List<Cue> _ready = [];
    private Speech? _held;
    private long _earliestMilliseconds;
    private int _count;

    /// <summary>Returns the cues of a whole transcript.</summary>
    /// <param name="segments">The segments in order, without overlap.</param>
    /// <param name="duration">How long the lecture is; no cue is made to last longer for being read than that.</param>
    public static IReadOnlyList<Cue> Shape(IEnumerable<TranscriptSegment> segments, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var shaper = new CueShaper();
        var cues = new List<Cue>();
        foreach (var segment in segments)
            cues.AddRange(shaper.Add(segment));
        cues.AddRange(shaper.Complete(duration));
        return cues;
    }

    /// <summary>Takes the next segment and returns the cues that no later segment can change.</summary>
    /// <param name="segment">A segment that begins when the one before it ends or later.</param>
    public IReadOnlyList<Cue> Add(TranscriptSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var speech = new Speech(ToMilliseconds(segment.StartSample), ToMilliseconds(segment.EndSample), CueToken.Of(segment.Text));
        if (speech.Tokens.Count == 0)
            return [];
        if (_held is { } held && held.TryJoin(speech) is { } joined)
        {
            _held = joined;
            return [];
        }

        var cues = Release(speech.Start);
        _held = speech;
        return cues;
    }

    /// <summary>Returns the cues that are left once the last segment was added.</summary>
    /// <param name="duration">How long the lecture is.</param>
    public IReadOnlyList<Cue> Complete(TimeSpan duration)
    {
        var end = Math.Max((long)duration.TotalMilliseconds, _held?.End ?? 0);
        return Release(end + GapMilliseconds);
    }

    private static long ToMilliseconds(long sample) => ((sample * 1000) + (SampleClock.Rate / 2)) / SampleClock.Rate;

    private Cue[] Release(long nextStart)
    {
        if (_held is not { } speech)
            return [];
        _held = null;
        var tokens = speech.Tokens;
        var pieces = CueCutter.Cut(tokens, speech.End - speech.Start);
        var total = Math.Max(1, CueLines.Columns(tokens, 0, tokens.Count));
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var isLast = piece == pieces.Count - 1;
            var end = isLast ? tokens.Count : pieces[piece + 1];
            var spokenEnd = isLast ? speech.End : TimeAt(end);
            Emit(TimeAt(pieces[piece]), spokenEnd, isLast ? nextStart : spokenEnd, CueLines.Layout(tokens, pieces[piece], end));
        }

        var cues = _ready.ToArray();
        _ready.Clear();
        return cues;

        long TimeAt(int token) => speech.Start + ((speech.End - speech.Start) * CueLines.Columns(tokens, 0, token) / total);
    }

    private void Emit(long start, long end, long nextStart, IReadOnlyList<string> lines)
    {
        start = Math.Max(start, _earliestMilliseconds);
        var characters = lines.Sum(line => line.Length);
        var readable = Math.Max(ShortestMilliseconds, ((characters * 1000) + CharactersPerSecond - 1) / CharactersPerSecond);
        end = Math.Min(Math.Max(end, start + readable), start + LongestMilliseconds);
        end = Math.Max(Math.Min(end, nextStart - GapMilliseconds), start + 1);
        _earliestMilliseconds = end;
        _ready.Add(new Cue { Number = ++_count, StartMilliseconds = start, EndMilliseconds = end, Lines = lines });
    }

    /// <summary>Text that was spoken without a longer pause.</summary>
    private sealed record Speech(long Start, long End, List<CueToken> Tokens)
    {
        // Two stretches share a cue where one alone would be too brief, the pause is short, and both fit.
        public Speech? TryJoin(Speech next)
        {
            var isBrief = Math.Min(End - Start, next.End - next.Start) < ShortestMilliseconds;
            if (!isBrief || next.Start - End > JoinGapMilliseconds || next.End - Start > LongestMilliseconds)
                return null;
            List<CueToken> tokens = [.. Tokens, .. next.Tokens];
            return CueCutter.Cut(tokens, ShortestMilliseconds).Count == 1 ? new Speech(Start, next.End, tokens) : null;
        }
    }
}
