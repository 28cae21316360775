using Lectern.Data;

namespace Lectern.Sessions;

/// <summary>A lecture that is about to be received.</summary>
/// <param name="OwnerId">The workspace.</param>
/// <param name="FileName">The file's name, made harmless; 1 to 200 characters, no path.</param>
/// <param name="UploadLength">Its length in bytes; null while it is not known.</param>
/// <param name="UploadMetadata">The metadata as the client sent it.</param>
[GenerateSerializer, Immutable]
public sealed record NewLecture(Guid OwnerId, string FileName, long? UploadLength, string UploadMetadata)
{
    /// <summary>Makes the row of the lecture; its title is the file's name until somebody writes a better one.</summary>
    internal LectureRow ToRow(Guid id, string model, DateTimeOffset now, TimeSpan uploadLifetime) => new()
    {
        Id = id,
        OwnerId = OwnerId,
        Title = Path.GetFileNameWithoutExtension(FileName) is { Length: > 0 } stem ? stem : FileName,
        FileName = FileName,
        CreatedAt = now,
        UploadLength = UploadLength,
        UploadMetadata = UploadMetadata,
        UploadExpiresAt = now + uploadLifetime,
        Model = model,
        Language = "en",
        Epoch = 1,
    };
}
