using Lectern.Inference.Models;
using Lectern.Inference.Speech;

namespace Lectern.Inference.Transcription;

/// <summary>Writes captions of a window while it is being spoken: what a pause has ended is settled, what is open is written anew each time.</summary>
/// <remarks>
/// Captions bridge the time until the window is complete and decoded as a whole, and are then dropped. The pieces depend on the window
/// alone. Not thread-safe; owns nothing.
/// </remarks>
/// <param name="settling">Writes what is settled: the model of the transcript.</param>
/// <param name="fast">Writes what is open, several times a second: a smaller model, or the same one.</param>
public sealed class CaptionWriter(MoonshineTranscriber settling, MoonshineTranscriber fast)
{
    // A pause that ends a phrase. In a long one a shorter pause must do, or each look at it takes longer than the one before.
    private static readonly long Pause = SampleClock.ToSample(TimeSpan.FromSeconds(0.5));
    private static readonly long ShortPause = SampleClock.ToSample(TimeSpan.FromSeconds(0.16));
    private static readonly long LongPhrase = SampleClock.ToSample(TimeSpan.FromSeconds(7));

    // What is kept before the first and after the last sound, for the model to hear where they begin and end.
    private static readonly long Margin = SampleClock.ToSample(TimeSpan.FromSeconds(0.3));

    private readonly List<CaptionLine> _settled = [];
    private int _window = -1;
    private long _settledTo;

    /// <summary>Writes what is said in a window so far.</summary>
    /// <param name="window">The window as it is now: the one of the last call with more sound at its end, or a later one.</param>
    /// <param name="cancellation">Stops between two tokens.</param>
    /// <returns>Lines in order: settled ones, and at most one that is open, at the end.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<CaptionLine> Write(AudioWindow window, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.Index != _window || window.StartSample > _settledTo)
        {
            _settled.Clear();
            (_window, _settledTo) = (window.Index, window.StartSample);
        }

        if (PhraseEnd(window) is { } end)
        {
            if (Line(settling, window, end, isSettled: true, cancellation) is { } line)
                _settled.Add(line);
            _settledTo = end;
        }

        return Line(fast, window, window.EndSample, isSettled: false, cancellation) is { } open ? [.. _settled, open] : [.. _settled];
    }

    /// <summary>Returns where the last phrase ends that a pause has ended; null where there is none beyond what is settled.</summary>
    private long? PhraseEnd(AudioWindow window)
    {
        var spans = window.Speech.Where(span => span.EndSample > _settledTo).ToList();
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            var next = i + 1 < spans.Count ? spans[i + 1].StartSample : window.EndSample;
            var needed = spans[i].EndSample - Math.Max(spans[0].StartSample, _settledTo) > LongPhrase ? ShortPause : Pause;
            var pause = next - spans[i].EndSample;
            if (pause >= needed)
                return spans[i].EndSample + Math.Min(Margin, pause / 2);
        }

        return null;
    }

    /// <summary>Writes what is said between what is settled and an end.</summary>
    private CaptionLine? Line(MoonshineTranscriber model, AudioWindow window, long end, bool isSettled, CancellationToken cancellation)
    {
        var speech = window.Speech.Where(span => span.EndSample > _settledTo && span.StartSample < end).ToList();
        if (speech.Count == 0)
            return null;
        var start = Math.Max(_settledTo, speech[0].StartSample - Margin);
        var piece = window with
        {
            StartSample = start,
            Samples = window.Samples[(int)(start - window.StartSample)..(int)(end - window.StartSample)],
            Speech = [.. speech.Select(span => new SpeechSpan(Math.Max(span.StartSample, start), Math.Min(span.EndSample, end)))],
        };
        var text = model.Transcribe([piece], cancellation)[0].Text;
        return text.Length == 0 ? null : new CaptionLine(start, end, text, isSettled);
    }
}
