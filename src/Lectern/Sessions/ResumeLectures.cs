using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

/// <summary>Goes on with all unfinished lectures when the server starts.</summary>
/// <param name="databases">The database.</param>
/// <param name="grains">The sessions.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class ResumeLectures(IDbContextFactory<LecternDb> databases, IGrainFactory grains, TimeProvider clock, ILogger<ResumeLectures> log) : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(30);
    private static readonly LectureStage[] Ended = [LectureStage.Done, LectureStage.Cancelled, LectureStage.Failed];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var db = await databases.CreateDbContextAsync(stoppingToken);
        var unfinished = await db.Lectures
            .Where(lecture => lecture.DeletedAt == null && !Ended.Contains(lecture.Stage))
            .OrderBy(lecture => lecture.CreatedAt)
            .Select(lecture => lecture.Id)
            .ToListAsync(stoppingToken);
        while (unfinished.Count > 0)
        {
            log.Resuming(unfinished.Count);
            unfinished = await WakeAsync(unfinished);
            if (unfinished.Count > 0)
                await Task.Delay(RetryInterval, clock, stoppingToken);
        }
    }

    /// <summary>Wakes lectures and returns those that did not answer, since the machine is too busy for example.</summary>
    private async Task<List<Guid>> WakeAsync(IReadOnlyList<Guid> lectures)
    {
        var asleep = new List<Guid>();
        foreach (var lecture in lectures)
        {
            try
            {
                await grains.GetGrain<ILectureSession>(lecture).WakeAsync();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // One lecture that cannot go on must not keep the others from it.
                log.NotSaved(error, lecture);
                if (error is TimeoutException or OrleansException)
                    asleep.Add(lecture);
            }
        }

        return asleep;
    }
}
