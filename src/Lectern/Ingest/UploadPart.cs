namespace Lectern.Ingest;

/// <summary>Bytes that are sent to be added to an upload, by what is said of them before they come.</summary>
/// <param name="Offset">Where they belong.</param>
/// <param name="Bytes">How many they are; null where that shows at their end.</param>
public sealed record UploadPart(long Offset, long? Bytes)
{
    /// <summary>The length of the whole upload, where the request sets it.</summary>
    public long? UploadLength { get; init; }

    /// <summary>What the bytes must be; null for anything.</summary>
    public UploadChecksum? Checksum { get; init; }
}
