using Lectern.Sessions;

namespace Lectern.Tests.Sessions;

public sealed class SessionRunTests
{
    [Fact]
    public async Task Run_that_ends_without_a_word_has_vanished()
    {
        using var run = new SessionRun(TimeProvider.System);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        run.Start(epoch: 1, arriving: null, async _ =>
        {
            await end.Task;
            throw new TimeoutException("The session did not answer.");
        });
        Assert.True(run.IsActive);
        Assert.False(run.HasVanished);
        end.SetResult();

        while (!run.HasVanished)
            await Task.Yield();
        Assert.True(run.IsActive);
        run.Stop();
        Assert.False(run.HasVanished);
    }
}
