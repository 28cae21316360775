using Lectern.Sessions;

namespace Lectern.Ingest;

/// <summary>Gives an upload up: the lecture goes to the recycle bin, with what has arrived.</summary>
/// <param name="find">Finds the upload.</param>
/// <param name="turns">Ends a request that adds bytes.</param>
/// <param name="sessions">The sessions of lectures.</param>
public sealed class EndUpload(FindUpload find, UploadTurns turns, IGrainFactory sessions)
{
    /// <summary>Gives it up.</summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The upload.</param>
    /// <param name="cancellation">Stops it before anything is changed.</param>
    /// <returns>Why it cannot be; null where it is done.</returns>
    public async Task<UploadRefusal?> RunAsync(Guid ownerId, Guid lectureId, CancellationToken cancellation)
    {
        if (await find.RunAsync(ownerId, lectureId, cancellation) is { Refusal: { } unknown })
            return unknown;
        using var turn = await turns.TakeAsync(lectureId, cancellation);
        if (turn is null)
            return AppendUpload.Busy();
        await sessions.GetGrain<ILectureSession>(lectureId).DeleteAsync();
        return null;
    }
}
