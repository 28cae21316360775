using System.IO.Pipelines;
using Lectern.Data;
using Lectern.Hosting;
using Lectern.Sessions;
using Microsoft.Extensions.Options;

namespace Lectern.Ingest;

/// <summary>Adds bytes to an upload.</summary>
/// <param name="find">Finds the upload.</param>
/// <param name="turns">Lets one request at a time do so.</param>
/// <param name="audio">The recordings.</param>
/// <param name="sessions">The sessions of lectures.</param>
/// <param name="disk">The disk's room.</param>
/// <param name="options">The limits.</param>
/// <param name="clock">The clock.</param>
public sealed class AppendUpload(
    FindUpload find, UploadTurns turns, AudioFolder audio, IGrainFactory sessions, DiskSpace disk, IOptions<LecternOptions> options, TimeProvider clock)
{
    /// <summary>Adds the bytes of a request. Those that arrive are on the disk when this returns, however the request ends.</summary>
    /// <param name="ownerId">The workspace of whoever sends them.</param>
    /// <param name="lectureId">The upload.</param>
    /// <param name="part">What is said of the bytes.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="cancellation">The connection is lost.</param>
    public async Task<UploadProgress> RunAsync(Guid ownerId, Guid lectureId, UploadPart part, PipeReader body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);

        // Before the turn is taken: another's upload is not disturbed.
        if (await find.RunAsync(ownerId, lectureId, cancellation) is { Refusal: { } unknown })
            return new UploadProgress(0, unknown);
        using var turn = await turns.TakeAsync(lectureId, cancellation);
        if (turn is null)
            return new UploadProgress(audio.LengthOf(lectureId), Busy());
        var (upload, refusal) = await find.RunAsync(ownerId, lectureId, cancellation);
        var offset = audio.LengthOf(lectureId);
        refusal ??= Refuse(upload!, part, offset);
        if (refusal is not null)
            return new UploadProgress(offset, refusal);

        var session = sessions.GetGrain<ILectureSession>(lectureId);
        if (upload!.UploadLength is null && part.UploadLength is { } length)
            await session.SetLengthAsync(length);
        if (part.Bytes == 0)
            return new UploadProgress(offset);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, turn.Wanted);
        return await WriteAsync(session, part, body, upload.UploadLength ?? part.UploadLength ?? options.Value.MaxUploadBytes, stop.Token);
    }

    private async Task<UploadProgress> WriteAsync(ILectureSession session, UploadPart part, PipeReader body, long limit, CancellationToken stop)
    {
        await using var file = audio.OpenAppend(session.GetPrimaryKey());
        using var writer = new PartWriter(file, session, part.Checksum, clock);
        var refusal = await writer.RunAsync(body, limit, stop);
        await session.ReceivedAsync(writer.End);
        return new UploadProgress(writer.End, refusal);
    }

    private UploadRefusal? Refuse(LectureRow upload, UploadPart part, long offset)
    {
        if (part.Offset != offset)
            return new UploadRefusal(StatusCodes.Status409Conflict, $"The upload stands at byte {offset}. Go on from there.");
        if (part.UploadLength is { } length && RefuseLength(upload, length, offset) is { } refusal)
            return refusal;
        if (part.Bytes is not { } bytes)
            return disk.Refuse(0);
        if (bytes > (upload.UploadLength ?? part.UploadLength ?? options.Value.MaxUploadBytes) - offset)
            return new UploadRefusal(StatusCodes.Status413PayloadTooLarge, "These are more bytes than the upload was said to have, or than are allowed.");
        return bytes == 0 ? null : disk.Refuse(bytes);
    }

    private UploadRefusal? RefuseLength(LectureRow upload, long length, long offset)
    {
        if (length > options.Value.MaxUploadBytes)
            return BeginUpload.TooLarge(options.Value.MaxUploadBytes);
        if (length < offset)
            return new UploadRefusal(StatusCodes.Status400BadRequest, $"The upload has {offset} bytes already, so it cannot be {length} bytes long.");
        return upload.UploadLength is { } known && known != length
            ? new UploadRefusal(StatusCodes.Status400BadRequest, $"The upload was said to be {known} bytes long, and now {length}.")
            : null;
    }

    /// <summary>Says that another request does not let go of the upload.</summary>
    internal static UploadRefusal Busy() => new(StatusCodes.Status423Locked, "Another connection goes on with this upload.") { RetryAfter = TimeSpan.FromSeconds(1) };
}
