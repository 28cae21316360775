using Lectern.Data;
using Lectern.Hosting;
using Lectern.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lectern.Library;

/// <summary>Removes what has been kept for long enough: lectures in the recycle bin, uploads that stand still, marks that were taken away, links that nobody used, old copies of the database. Ends recordings that nobody ended.</summary>
/// <param name="databases">The database.</param>
/// <param name="grains">The sessions, which alone change lectures.</param>
/// <param name="audio">The audio.</param>
/// <param name="layout">The data folder.</param>
/// <param name="options">The settings.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public sealed class EmptyBin(
    IDbContextFactory<LecternDb> databases, IGrainFactory grains, AudioFolder audio, DataLayout layout, IOptions<LecternOptions> options, TimeProvider clock, ILogger<EmptyBin> log)
{
    private static readonly TimeSpan RemovedMarkLifetime = TimeSpan.FromDays(1);

    /// <summary>Removes what is due.</summary>
    /// <param name="cancellation">Ends the work between two lectures.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var oldest = now - options.Value.BinLifetime;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var purged = await db.Lectures.Where(row => row.DeletedAt != null && row.DeletedAt <= oldest).Select(row => row.Id).ToListAsync(cancellation);
        await EachAsync(purged, session => session.PurgeAsync(), cancellation);

        // A recording that nobody ended is a lecture all the same; one without a sound is none.
        var unended = await db.Lectures
            .Where(row => row.DeletedAt == null && row.UploadLength == null && row.UploadExpiresAt != null && row.UploadExpiresAt <= now)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        unended.RemoveAll(id => audio.LengthOf(id) == 0);
        await EachAsync(unended, session => session.FinishRecordingAsync(), cancellation);

        // Not purged at once: whoever was away for a week finds it in the recycle bin.
        var stale = await db.Lectures
            .Where(row => row.DeletedAt == null && !row.IsReceived && row.UploadExpiresAt != null && row.UploadExpiresAt <= now)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        await EachAsync(stale, session => session.DeleteAsync(), cancellation);

        // Long enough for a second thought, and for a tab that was open meanwhile.
        var forgotten = now - RemovedMarkLifetime;
        var marked = await db.Marks.Where(row => row.RemovedAt != null && row.RemovedAt <= forgotten).Select(row => row.LectureId).Distinct().ToListAsync(cancellation);
        await EachAsync(marked, session => session.ForgetMarksAsync(forgotten), cancellation);

        await db.Links.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        RemoveOldCopies(oldest);
        if (purged.Count + stale.Count > 0)
            log.Emptied(purged.Count, stale.Count);
    }

    private async Task EachAsync(IReadOnlyList<Guid> lectures, Func<ILectureSession, Task> work, CancellationToken cancellation)
    {
        foreach (var lecture in lectures)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await work(grains.GetGrain<ILectureSession>(lecture));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // One that cannot be removed must not keep the others; it is tried again in an hour.
                log.NotRemoved(error, lecture);
            }
        }
    }

    /// <summary>The copies from before a migration hold lectures that were removed since: they are kept no longer than those.</summary>
    private void RemoveOldCopies(DateTimeOffset oldest)
    {
        foreach (var copy in layout.CopiesBefore().Where(copy => File.GetLastWriteTimeUtc(copy) <= oldest.UtcDateTime))
            File.Delete(copy);
    }
}
