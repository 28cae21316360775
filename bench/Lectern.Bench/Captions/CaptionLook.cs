namespace Lectern.Bench.Captions;

/// <summary>What a listener sees at a moment.</summary>
/// <param name="At">Time since the recording began.</param>
/// <param name="Heard">How much of the recording has been listened to for it.</param>
/// <param name="Words">How many words are shown, settled or not.</param>
internal sealed record CaptionLook(TimeSpan At, TimeSpan Heard, int Words);
