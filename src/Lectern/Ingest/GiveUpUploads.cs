using Lectern.Data;
using Lectern.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Ingest;

/// <summary>Puts uploads that stand still for too long in the recycle bin, where they can still be taken out.</summary>
/// <param name="databases">The database.</param>
/// <param name="sessions">The sessions of lectures.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class GiveUpUploads(IDbContextFactory<LecternDb> databases, IGrainFactory sessions, TimeProvider clock, ILogger<GiveUpUploads> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>Gives up what has expired.</summary>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var expired = await db.Lectures
            .Where(row => !row.IsReceived && row.DeletedAt == null && row.UploadExpiresAt <= now)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        foreach (var lecture in expired)
        {
            await sessions.GetGrain<ILectureSession>(lecture).DeleteAsync();
            LogGivenUp(lecture);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The next round tries again; a broken round must not end the server.
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Upload {Lecture} stood still for too long and is in the recycle bin now.")]
    private partial void LogGivenUp(Guid lecture);

    [LoggerMessage(LogLevel.Warning, "Uploads that stand still could not be given up.")]
    private partial void LogFailed(Exception error);
}
