using Lectern.Captions;

namespace Lectern.Sessions;

/// <summary>Is told of a lecture's changes as long as it is not disposed, and keeps the subscription alive.</summary>
/// <remarks>The session holds watchers weakly; the component that owns this one holds it strongly.</remarks>
internal sealed class LectureWatch : ILectureWatcher, IAsyncDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(2);

    private readonly IGrainFactory _grains;
    private readonly ILectureSession _session;
    private readonly Func<LectureProgress, Task> _changed;
    private readonly Func<LectureCaption, Task>? _captioned;
    private readonly ILectureWatcher _reference;
    private readonly ITimer _renewal;

    private LectureWatch(IGrainFactory grains, TimeProvider time, Guid lectureId, Func<LectureProgress, Task> changed, Func<LectureCaption, Task>? captioned)
    {
        _captioned = captioned;
        _grains = grains;
        _changed = changed;
        _session = grains.GetGrain<ILectureSession>(lectureId);
        _reference = grains.CreateObjectReference<ILectureWatcher>(this);
        _renewal = time.CreateTimer(_ => _ = RenewAsync(), state: null, Renewal, Renewal);
    }

    /// <summary>Starts to watch.</summary>
    /// <param name="grains">Where the sessions are.</param>
    /// <param name="time">The clock.</param>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="changed">Is called with the state at once and after every change.</param>
    /// <param name="captioned">Is called with live captions; null for nobody.</param>
    internal static async Task<LectureWatch> StartAsync(
        IGrainFactory grains, TimeProvider time, Guid lectureId, Func<LectureProgress, Task> changed, Func<LectureCaption, Task>? captioned = null)
    {
        var watch = new LectureWatch(grains, time, lectureId, changed, captioned);
        await watch.RenewAsync();
        return watch;
    }

    /// <inheritdoc/>
    public Task ChangedAsync(LectureProgress progress) => _changed(progress);

    /// <inheritdoc/>
    public Task CaptionedAsync(LectureCaption caption) => _captioned?.Invoke(caption) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        try
        {
            await _session.UnwatchAsync(_reference);
        }
        catch (Exception error) when (error is OrleansException or LectureException or TimeoutException)
        {
            // The session forgets a silent watcher by itself.
        }

        _grains.DeleteObjectReference<ILectureWatcher>(_reference);
    }

    private async Task RenewAsync()
    {
        try
        {
            await _changed(await _session.WatchAsync(_reference));
        }
        catch (Exception error) when (error is OrleansException or LectureException or TimeoutException)
        {
            // The next renewal tries again; until then the page shows what it read.
        }
    }
}
