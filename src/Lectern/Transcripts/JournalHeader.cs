namespace Lectern.Transcripts;

/// <summary>What a journal's batches belong to; they count only for a run that agrees in all of it.</summary>
/// <param name="Version">Version of the journal's format.</param>
/// <param name="Recording">The recording's fingerprint.</param>
/// <param name="Model">The model that decoded.</param>
/// <param name="Engine">Version and settings of the program that decoded.</param>
public sealed record JournalHeader(int Version, string Recording, string Model, string Engine);
