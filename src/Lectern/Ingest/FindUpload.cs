using Lectern.Data;
using Lectern.Library;

namespace Lectern.Ingest;

/// <summary>Finds an upload of a workspace that can go on, or is complete.</summary>
/// <param name="find">Finds the lecture.</param>
/// <param name="clock">The clock.</param>
public sealed class FindUpload(FindLecture find, TimeProvider clock)
{
    /// <summary>Finds an upload.</summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The upload, which is the lecture.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <returns>The lecture's row, or why there is none.</returns>
    public async Task<(LectureRow? Upload, UploadRefusal? Refusal)> RunAsync(Guid ownerId, Guid lectureId, CancellationToken cancellation)
    {
        var upload = await find.RunAsync(ownerId, lectureId, cancellation);
        if (upload is null)
            return (null, new UploadRefusal(StatusCodes.Status404NotFound, "There is no such upload."));
        if (upload.DeletedAt is not null)
            return (null, new UploadRefusal(StatusCodes.Status410Gone, "The lecture is in the recycle bin. Take it out to go on with the upload."));
        if (!upload.IsReceived && upload.UploadExpiresAt <= clock.GetUtcNow())
            return (null, new UploadRefusal(StatusCodes.Status410Gone, "The upload stood still for too long and was given up. Begin it anew."));
        return (upload, null);
    }
}
