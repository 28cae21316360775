using Lectern.Data;
using Lectern.Sessions;

namespace Lectern.Ingest;

/// <summary>Finds where an upload goes on.</summary>
/// <param name="find">Finds the upload.</param>
/// <param name="turns">Ends a request that adds bytes.</param>
/// <param name="audio">The recordings.</param>
/// <param name="sessions">The sessions of lectures.</param>
public sealed class FindOffset(FindUpload find, UploadTurns turns, AudioFolder audio, IGrainFactory sessions)
{
    /// <summary>
    /// Finds how many bytes are on the disk. A request that adds bytes is ended first, so that the number still holds when the
    /// client goes on: it asks because it lost that connection, which the server may not know yet.
    /// </summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The upload.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The lecture's row and the number, or why there are none.</returns>
    public async Task<(LectureRow? Upload, UploadProgress Progress)> RunAsync(Guid ownerId, Guid lectureId, CancellationToken cancellation)
    {
        var (upload, refusal) = await find.RunAsync(ownerId, lectureId, cancellation);
        if (refusal is not null)
            return (null, new UploadProgress(0, refusal));
        if (upload!.IsReceived)
            return (upload, new UploadProgress(audio.LengthOf(lectureId)));
        using var turn = await turns.TakeAsync(lectureId, cancellation);
        if (turn is null)
            return (null, new UploadProgress(0, AppendUpload.Busy()));

        // Its length may have been set meanwhile.
        (upload, refusal) = await find.RunAsync(ownerId, lectureId, cancellation);
        var offset = audio.LengthOf(lectureId);

        // All bytes came, and the request that brought them failed before the session knew: the client will send no more.
        if (refusal is null && !upload!.IsReceived && upload.UploadLength == offset)
            await sessions.GetGrain<ILectureSession>(lectureId).ReceivedAsync(offset);
        return (upload, new UploadProgress(offset, refusal));
    }
}
