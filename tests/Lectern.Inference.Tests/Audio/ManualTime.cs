using System.Threading.Channels;

namespace Lectern.Inference.Tests.Audio;

/// <summary>A clock whose timers fire when the test says so.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Channel<Action> _timers = Channel.CreateUnbounded<Action>();

    /// <summary>Waits for a timer to be set and fires it.</summary>
    public async Task FireNextAsync() => (await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken))();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer();
        _timers.Writer.TryWrite(() =>
        {
            if (!timer.IsDisposed)
                callback(state);
        });
        return timer;
    }

    private sealed class Timer : ITimer
    {
        public bool IsDisposed { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
