namespace Lectern.Inference.Transcription;

/// <summary>What is said in a stretch of a window that is still open, as far as it can be told.</summary>
/// <param name="StartSample">Offset of the stretch's first sample.</param>
/// <param name="EndSample">Offset of the sample after its last one.</param>
/// <param name="Text">The words; never empty.</param>
/// <param name="IsSettled">Whether a pause has ended the stretch and the better model has written it; else the words may change with the next sound.</param>
public sealed record CaptionLine(long StartSample, long EndSample, string Text, bool IsSettled);
