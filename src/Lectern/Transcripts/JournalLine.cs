using Lectern.Inference.Transcription;

namespace Lectern.Transcripts;

/// <summary>One line of a journal: the header first, then batches, then the end; exactly one of the three is set.</summary>
/// <param name="Header">What the journal belongs to.</param>
/// <param name="Batch">A finished batch.</param>
/// <param name="EndSample">The recording's length in samples, when all of it is transcribed.</param>
public sealed record JournalLine(JournalHeader? Header = null, TranscribedBatch? Batch = null, long? EndSample = null);
