using Lectern.Data;
using Lectern.Hosting;
using Lectern.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lectern.Ingest;

/// <summary>Begins an upload, and with it a lecture.</summary>
/// <param name="databases">The database.</param>
/// <param name="sessions">The sessions of lectures.</param>
/// <param name="disk">The disk's room.</param>
/// <param name="options">The limits.</param>
public sealed class BeginUpload(IDbContextFactory<LecternDb> databases, IGrainFactory sessions, DiskSpace disk, IOptions<LecternOptions> options) : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    // Counting and adding go together: of many requests at once, no more get through than the limit allows.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Begins an upload.</summary>
    /// <param name="lecture">What is about to come.</param>
    /// <param name="cancellation">Stops it before the lecture is there.</param>
    /// <returns>The id of the upload and the lecture, or why it is not taken.</returns>
    public async Task<(Guid? LectureId, UploadRefusal? Refusal)> RunAsync(NewLecture lecture, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        if (lecture.UploadLength > options.Value.MaxUploadBytes)
            return (null, TooLarge(options.Value.MaxUploadBytes));
        if (disk.Refuse(lecture.UploadLength ?? 0) is { } full)
            return (null, full);
        await _turn.WaitAsync(cancellation);
        try
        {
            if (await RefuseCountAsync(lecture.OwnerId, cancellation) is { } refusal)
                return (null, refusal);
            var lectureId = Guid.NewGuid();
            await sessions.GetGrain<ILectureSession>(lectureId).CreateAsync(lecture);
            return (lectureId, null);
        }
        catch (IOException error) when (DiskSpace.IsFull(error))
        {
            return (null, DiskSpace.Full());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Says that an upload is longer than is allowed.</summary>
    internal static UploadRefusal TooLarge(long maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        $"The recording is larger than the {maxBytes:N0} bytes that this server takes. Compress it, for example to MP3, or cut it.");

    private async Task<UploadRefusal?> RefuseCountAsync(Guid ownerId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mine = db.Lectures.Where(row => row.OwnerId == ownerId);
        if (await mine.CountAsync(cancellation) >= options.Value.MaxLectures)
            return TooMany($"This workspace has {options.Value.MaxLectures:N0} lectures, which is all it may have. Remove some for good to add others.");
        if (await mine.CountAsync(row => !row.IsReceived && row.DeletedAt == null, cancellation) >= options.Value.MaxUnfinishedUploads)
            return TooMany($"{options.Value.MaxUnfinishedUploads:N0} uploads are not finished yet. Finish or delete some before you begin others.");
        return null;
    }

    private static UploadRefusal TooMany(string sentence) => new(StatusCodes.Status429TooManyRequests, sentence) { RetryAfter = Wait };
}
