namespace Lectern.Data;

/// <summary>Takes hold of the data folder before anything else starts, and opens the database.</summary>
/// <param name="open">Opens the database.</param>
/// <param name="layout">The data folder.</param>
internal sealed class DataFolderHolder(OpenDatabase open, DataLayout layout) : IHostedLifecycleService, IDisposable
{
    private DataFolderLock? _lock;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _lock = DataFolderLock.Take(layout);
        await open.RunAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();
}
