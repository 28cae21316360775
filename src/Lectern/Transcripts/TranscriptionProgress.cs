namespace Lectern.Transcripts;

/// <summary>How far the transcription of a recording is.</summary>
/// <param name="Heard">How much has been decoded to sound.</param>
/// <param name="Done">Up to where the transcript is complete.</param>
/// <param name="Resumed">How much of <paramref name="Done"/> an earlier run had finished.</param>
/// <param name="Duration">How long the recording is by its headers; null where they do not say.</param>
public readonly record struct TranscriptionProgress(TimeSpan Heard, TimeSpan Done, TimeSpan Resumed, TimeSpan? Duration);
