namespace Lectern.Bench.Captions;

/// <summary>What a listener of a recording was shown, and when.</summary>
/// <param name="Looks">Each change, in order.</param>
/// <param name="Segments">The transcript at the end.</param>
/// <param name="AfterStop">How long after the last piece the transcript was complete, and the notes.</param>
internal sealed record CaptionTrace(IReadOnlyList<CaptionLook> Looks, IReadOnlyList<SpokenSegment> Segments, (TimeSpan Text, TimeSpan Notes) AfterStop)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.1);

    /// <summary>Returns for each tenth of a second of speech how long it took until something was shown that had listened to it.</summary>
    internal IReadOnlyList<double> DelaysOfSound()
    {
        var delays = new List<double>();
        foreach (var segment in Segments)
        {
            for (var moment = segment.Start; moment < segment.End; moment += Step)
            {
                if (Looks.FirstOrDefault(look => look.Heard >= moment) is { } look)
                    delays.Add((look.At - moment).TotalSeconds);
            }
        }

        return delays;
    }

    /// <summary>Returns for each word of the transcript how long after it was spoken as many words were shown; a word's moment is reckoned from its sentence's length.</summary>
    internal IReadOnlyList<double> DelaysOfWords()
    {
        var (delays, words) = (new List<double>(), 0);
        foreach (var segment in Segments)
        {
            for (var i = 1; i <= segment.Words; i++)
            {
                var spoken = segment.Start + i * (segment.End - segment.Start) / segment.Words;
                if (Looks.FirstOrDefault(look => look.Words >= words + i) is { } look)
                    delays.Add((look.At - spoken).TotalSeconds);
            }

            words += segment.Words;
        }

        return delays;
    }
}
