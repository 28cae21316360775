using Lectern.Inference;

namespace Lectern.Transcripts;

/// <summary>A whole recording, transcribed.</summary>
/// <param name="Duration">How long the recording is.</param>
/// <param name="Segments">What was said, in order, without overlap.</param>
public sealed record LectureTranscript(TimeSpan Duration, IReadOnlyList<TranscriptSegment> Segments);
