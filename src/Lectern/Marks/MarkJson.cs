using Lectern.Data;
using Lectern.Inference;

namespace Lectern.Marks;

/// <summary>A mark as browsers and programs see it.</summary>
/// <param name="Id">Its id, made by whoever made the mark.</param>
/// <param name="Kind">"important", "exam", "lost", "note", "photo" or "gap".</param>
/// <param name="Seconds">When it begins, in the recording.</param>
/// <param name="EndSeconds">When it ends; the beginning for a moment.</param>
/// <param name="MissingSeconds">How much real time is missing in a gap; 0 for all else.</param>
/// <param name="Text">The words of a note, or why there is a gap; empty where there are none.</param>
/// <param name="HasPhoto">Whether it has a photo.</param>
public sealed record MarkJson(Guid Id, string Kind, double Seconds, double EndSeconds, double MissingSeconds, string Text, bool HasPhoto)
{
    internal static MarkJson Of(MarkRow mark) => new(
        mark.Id,
        MarkKinds.NameOf(mark.Kind),
        SampleClock.ToTime(mark.StartSample).TotalSeconds,
        SampleClock.ToTime(mark.EndSample).TotalSeconds,
        mark.MissingMilliseconds / 1000.0,
        mark.Text,
        mark.Photo is not null);
}
