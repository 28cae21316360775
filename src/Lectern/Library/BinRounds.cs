namespace Lectern.Library;

/// <summary>Empties the recycle bin when the server has started, and every hour.</summary>
/// <param name="emptyBin">Empties it.</param>
/// <param name="lifetime">Says when the server has started.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class BinRounds(EmptyBin emptyBin, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<EmptyBin> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await emptyBin.RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.NotEmptied(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
