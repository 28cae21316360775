using System.Security.Cryptography;
using Lectern.Data;
using Lectern.Hosting;
using Lectern.Ingest;
using Lectern.Sessions;
using Microsoft.Extensions.Options;

namespace Lectern.Marks;

/// <summary>Receives the photo of a mark. Whole and on the disk, it takes the place of the one before.</summary>
/// <param name="audio">Where the lectures' files are.</param>
/// <param name="sessions">The sessions of lectures.</param>
/// <param name="disk">The disk's room.</param>
/// <param name="options">The limits.</param>
public sealed class ReceivePhoto(AudioFolder audio, IGrainFactory sessions, DiskSpace disk, IOptions<LecternOptions> options)
{
    private const int BufferBytes = 80 * 1024;
    private const int NameDigits = 16;

    /// <summary>Receives it.</summary>
    /// <param name="lectureId">The lecture, which is the user's own.</param>
    /// <param name="markId">A mark of it.</param>
    /// <param name="length">How many bytes were announced; null for none.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="cancellation">The connection is lost.</param>
    /// <returns>Why it is not taken; null where it is kept.</returns>
    public async Task<UploadRefusal?> RunAsync(Guid lectureId, Guid markId, long? length, Stream body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (length > options.Value.MaxPhotoBytes)
            return TooLarge();
        if (disk.Refuse(length ?? options.Value.MaxPhotoBytes) is { } full)
            return full;
        var arrival = Guid.NewGuid();
        var path = audio.ArrivingPhotoOf(lectureId, arrival);
        try
        {
            var (photo, refusal) = await WriteAsync(path, body, cancellation);
            return refusal ?? (await sessions.GetGrain<ILectureSession>(lectureId).KeepPhotoAsync(markId, photo!, arrival) ? null : MarkEndpoints.NoMark());
        }
        catch (IOException error) when (DiskSpace.IsFull(error))
        {
            return DiskSpace.Full();
        }
        catch (DirectoryNotFoundException)
        {
            // The lecture was removed meanwhile.
            return MarkEndpoints.NoMark();
        }
        finally
        {
            if (File.Exists(path))
                File.Delete(path);
        }
    }

    /// <summary>Writes the bytes to a file as they come.</summary>
    /// <returns>The photo's name, or why it is not taken.</returns>
    private async Task<(string? Photo, UploadRefusal? Refusal)> WriteAsync(string path, Stream body, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var count = await body.ReadAtLeastAsync(buffer, PhotoType.HeadBytes, throwOnEndOfStream: false, cancellation);
        if (PhotoType.Of(buffer.AsSpan(0, count)) is null)
            return (null, NoPhoto());
        for (; count > 0; count = await body.ReadAsync(buffer, cancellation))
        {
            if (file.Position + count > options.Value.MaxPhotoBytes)
                return (null, TooLarge());
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset())[..NameDigits], null);
    }

    private UploadRefusal TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge,
        $"The photo is too large: {options.Value.MaxPhotoBytes / 1_000_000.0:0.#} MB are allowed. Make it smaller and send it again.");

    private static UploadRefusal NoPhoto() => new(StatusCodes.Status415UnsupportedMediaType, "This is no photo that can be shown: JPEG, PNG and WebP are taken.");
}
