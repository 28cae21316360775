using Lectern.Data;
using Lectern.Hosting;
using Microsoft.Extensions.Options;

namespace Lectern.Ingest;

/// <summary>Knows whether the disk of the recordings has room.</summary>
/// <param name="layout">The data folder.</param>
/// <param name="options">How much stays free.</param>
public sealed class DiskSpace(DataLayout layout, IOptions<LecternOptions> options)
{
    private const int NoSpace = 28;
    private const int FileTooBig = 27;
    private const int OverQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Refuses bytes that the disk has no room for.</summary>
    /// <param name="bytes">How many will come.</param>
    /// <returns>Why they are not taken; null where they can come.</returns>
    public UploadRefusal? Refuse(long bytes) => FreeBytes() - bytes < options.Value.MinFreeBytes ? Full() : null;

    /// <summary>Says that the disk is full.</summary>
    internal static UploadRefusal Full() => new(
        StatusCodes.Status507InsufficientStorage,
        "The server's disk is too full for this upload. What has arrived is kept; free some space, and the upload can go on.");

    /// <summary>Tells whether a write failed because there is no room.</summary>
    internal static bool IsFull(IOException error) => error.HResult is NoSpace or FileTooBig or OverQuota or WindowsDiskFull;

    private long FreeBytes()
    {
        Directory.CreateDirectory(layout.Audio);
        return new DriveInfo(layout.Audio).AvailableFreeSpace;
    }
}
