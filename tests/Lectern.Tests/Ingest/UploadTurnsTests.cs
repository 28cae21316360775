using Lectern.Ingest;
using Microsoft.Extensions.Time.Testing;

namespace Lectern.Tests.Ingest;

public sealed class UploadTurnsTests
{
    private static readonly Guid Upload = Guid.NewGuid();

    [Fact]
    public async Task Turn_is_given_when_the_one_before_is_given_back()
    {
        var turns = new UploadTurns(TimeProvider.System);
        var first = await turns.TakeAsync(Upload, TestContext.Current.CancellationToken);

        var second = turns.TakeAsync(Upload, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        await WhenWantedAsync(first!);
        first!.Dispose();

        Assert.NotNull(await second);
    }

    [Fact]
    public async Task One_that_does_not_let_go_keeps_it()
    {
        var clock = new FakeTimeProvider();
        var turns = new UploadTurns(clock);
        using var first = await turns.TakeAsync(Upload, TestContext.Current.CancellationToken);

        var second = turns.TakeAsync(Upload, TestContext.Current.CancellationToken);
        clock.Advance(UploadTurns.Patience);

        Assert.Null(await second);
    }

    [Fact]
    public async Task Turns_of_others_do_not_wait()
    {
        var turns = new UploadTurns(TimeProvider.System);
        using var first = await turns.TakeAsync(Upload, TestContext.Current.CancellationToken);

        using var other = await turns.TakeAsync(Guid.NewGuid(), TestContext.Current.CancellationToken);

        Assert.NotNull(other);
        Assert.False(first!.Wanted.IsCancellationRequested);
    }

    [Fact]
    public async Task Turn_that_was_given_back_twice_is_given_to_one()
    {
        var turns = new UploadTurns(TimeProvider.System);
        var first = await turns.TakeAsync(Upload, TestContext.Current.CancellationToken);
        var second = turns.TakeAsync(Upload, TestContext.Current.CancellationToken);
        var third = turns.TakeAsync(Upload, TestContext.Current.CancellationToken);

        first!.Dispose();
        first.Dispose();
        using var next = await second;

        Assert.False(third.IsCompleted);
        next!.Dispose();
        Assert.NotNull(await third);
    }

    [Fact]
    public async Task Of_many_at_once_one_has_it_at_a_time_and_all_get_it()
    {
        var turns = new UploadTurns(TimeProvider.System);
        var holders = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var turn = await turns.TakeAsync(Upload, TestContext.Current.CancellationToken);
            Assert.NotNull(turn);
            most = Math.Max(most, Interlocked.Increment(ref holders));
            await Task.Yield();
            Interlocked.Decrement(ref holders);
        })));

        Assert.Equal(1, most);
    }

    private static Task WhenWantedAsync(UploadTurn turn)
    {
        var wanted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        turn.Wanted.Register(wanted.SetResult);
        return wanted.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
