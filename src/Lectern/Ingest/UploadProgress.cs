namespace Lectern.Ingest;

/// <summary>What became of bytes that were sent.</summary>
/// <param name="Offset">How many bytes of the upload are on the disk now.</param>
/// <param name="Refusal">Why not all that was sent is there; null where it is.</param>
public sealed record UploadProgress(long Offset, UploadRefusal? Refusal = null);
