using Lectern.Inference;
using Lectern.Inference.Transcription;

namespace Lectern.Captions;

/// <summary>What is being said in a lecture that is being recorded, beyond its transcript.</summary>
/// <param name="HeardSample">Offset of the sample after the last that was listened to; a caption with a smaller one is older.</param>
/// <param name="Lines">The lines in order; those that the transcript has reached meanwhile are out of date.</param>
public sealed record LectureCaption(long HeardSample, IReadOnlyList<CaptionLine> Lines)
{
    /// <summary>Leaves out what the transcript holds.</summary>
    /// <param name="done">Up to where it is complete.</param>
    public LectureCaption Beyond(TimeSpan done)
    {
        var doneSample = SampleClock.ToSample(done);
        return this with { Lines = [.. Lines.Where(line => line.EndSample > doneSample)] };
    }
}
