namespace Lectern.Sessions;

/// <summary>A lecture that is about to be received.</summary>
/// <param name="OwnerId">The workspace.</param>
/// <param name="FileName">The file's name, made harmless; 1 to 200 characters, no path.</param>
/// <param name="UploadLength">Its length in bytes; null while it is not known.</param>
/// <param name="UploadMetadata">The metadata as the client sent it.</param>
[GenerateSerializer, Immutable]
public sealed record NewLecture(Guid OwnerId, string FileName, long? UploadLength, string UploadMetadata);
