using Lectern.Data;

namespace Lectern.Sessions;

/// <summary>How far a run of a transcription is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Place">Its place in the queue; 0 where it does not wait.</param>
/// <param name="Heard">How much it has decoded to sound.</param>
/// <param name="Duration">How long the recording is, or seems to be.</param>
/// <param name="ModelShare">How much of the model is fetched; null where none is being fetched.</param>
[GenerateSerializer, Immutable]
public sealed record RunProgress(LectureStage Stage, int Place, TimeSpan Heard, TimeSpan? Duration, double? ModelShare);
