namespace Lectern.Captions;

/// <summary>A line of a live caption.</summary>
/// <param name="StartSample">Offset of its first sample.</param>
/// <param name="EndSample">Offset of the sample after its last one.</param>
/// <param name="Text">The words.</param>
/// <param name="IsSettled">Whether a pause has ended it; else its words may change.</param>
[GenerateSerializer, Immutable]
public sealed record LectureCaptionLine(long StartSample, long EndSample, string Text, bool IsSettled);
