using System.Collections.Concurrent;
using Lectern.Inference.Catalog;
using Microsoft.Extensions.Time.Testing;

namespace Lectern.Inference.Tests.Catalog;

public sealed class ModelPoolTests
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_at_the_same_time_share_one_load()
    {
        var loads = 0;
        var loaded = new TaskCompletionSource<Loaded>();
        await using var pool = Pool((_, _) =>
        {
            Interlocked.Increment(ref loads);
            return loaded.Task;
        });

        var rents = Enumerable.Range(0, 8).Select(_ => pool.RentAsync("base", Cancellation)).ToArray();
        var waiting = Assert.Single(pool.Held());
        loaded.SetResult(new Loaded());
        var leases = await Task.WhenAll(rents);

        Assert.Equal(new PooledModel("base", 8, IsLoaded: false, DateTimeOffset.UnixEpoch, IdleSince: null), waiting);
        Assert.Single(leases.Select(lease => lease.Model).Distinct());
        Assert.Equal(1, loads);
        Assert.Equal(8, pool.Held().Single().Users);
    }

    [Fact]
    public async Task A_model_that_nobody_uses_is_unloaded_when_the_time_is_over_and_not_before()
    {
        await using var pool = Pool(LoadAsync);
        var lease = await pool.RentAsync("base", Cancellation);
        var model = lease.Model;
        _clock.Advance(IdleTime * 3);
        var usedLong = model.IsDisposed;
        await lease.DisposeAsync();

        _clock.Advance(IdleTime - TimeSpan.FromTicks(1));
        var held = pool.Held().Single();
        var before = model.IsDisposed;
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((false, false, true), (usedLong, before, model.IsDisposed));
        Assert.Equal(new PooledModel("base", 0, IsLoaded: true, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch + (IdleTime * 3)), held);
        Assert.Empty(pool.Held());
    }

    [Fact]
    public async Task Coming_back_in_time_keeps_the_model_and_starts_the_time_anew()
    {
        await using var pool = Pool(LoadAsync);
        var first = await pool.RentAsync("base", Cancellation);
        var model = first.Model;
        await first.DisposeAsync();
        _clock.Advance(IdleTime / 2);
        var second = await pool.RentAsync("base", Cancellation);
        var same = second.Model;
        await second.DisposeAsync();
        _clock.Advance(IdleTime * 0.75);

        Assert.Same(model, same);
        Assert.False(model.IsDisposed);
        _clock.Advance(IdleTime * 0.25);
        Assert.True(model.IsDisposed);
    }

    [Fact]
    public async Task The_last_of_several_users_starts_the_time()
    {
        await using var pool = Pool(LoadAsync, TimeSpan.Zero);
        var first = await pool.RentAsync("base", Cancellation);
        var second = await pool.RentAsync("base", Cancellation);
        var model = first.Model;

        await first.DisposeAsync();
        await first.DisposeAsync();
        var whileUsed = model.IsDisposed;
        await second.DisposeAsync();

        Assert.Equal((false, true), (whileUsed, model.IsDisposed));
        Assert.Throws<ObjectDisposedException>(() => first.Model);
    }

    [Fact]
    public async Task A_pool_told_to_keep_models_keeps_them()
    {
        await using var pool = Pool(LoadAsync, Timeout.InfiniteTimeSpan);
        await (await pool.RentAsync("base", Cancellation)).DisposeAsync();

        _clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(["base"], pool.Held().Select(model => model.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Models_do_not_mix()
    {
        await using var pool = Pool(LoadAsync);
        await using var one = await pool.RentAsync("base", Cancellation);
        await using var two = await pool.RentAsync("tiny", Cancellation);

        Assert.NotSame(one.Model, two.Model);
        Assert.Equal(["base", "tiny"], pool.Held().Select(model => model.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_load_that_fails_is_told_to_all_and_tried_again_by_the_next()
    {
        var loads = 0;
        var failing = new TaskCompletionSource<Loaded>();
        await using var pool = Pool((_, _) => Interlocked.Increment(ref loads) == 1 ? failing.Task : Task.FromResult(new Loaded()));
        var waiting = new[] { pool.RentAsync("base", Cancellation), pool.RentAsync("base", Cancellation) };
        failing.SetException(new ModelException("broken"));
        foreach (var rent in waiting)
            await Assert.ThrowsAsync<ModelException>(() => rent);
        var between = pool.Held();

        await using var lease = await pool.RentAsync("base", Cancellation);

        Assert.Empty(between);
        Assert.Equal(2, loads);
        Assert.False(lease.Model.IsDisposed);
    }

    [Fact]
    public async Task A_load_goes_on_while_one_waits_and_is_given_up_when_none_does()
    {
        var loaded = new TaskCompletionSource<Loaded>();
        var token = new TaskCompletionSource<CancellationToken>();
        await using var pool = Pool((_, abandoned) =>
        {
            token.SetResult(abandoned);
            return loaded.Task;
        });
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var (one, two) = (pool.RentAsync("base", first.Token), pool.RentAsync("base", second.Token));
        var abandoned = await token.Task;

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        var afterFirst = abandoned.IsCancellationRequested;
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);

        Assert.Equal((false, true), (afterFirst, abandoned.IsCancellationRequested));
        Assert.Empty(pool.Held());
        var late = new Loaded();
        loaded.SetResult(late);
        await late.Disposed.Task.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task A_closed_pool_unloads_the_unused_at_once_and_the_used_when_they_come_back()
    {
        var pool = Pool(LoadAsync);
        var used = await pool.RentAsync("base", Cancellation);
        var unused = await pool.RentAsync("tiny", Cancellation);
        var (usedModel, unusedModel) = (used.Model, unused.Model);
        await unused.DisposeAsync();

        await pool.DisposeAsync();
        var atOnce = (usedModel.IsDisposed, unusedModel.IsDisposed);
        await used.DisposeAsync();

        Assert.Equal((false, true), atOnce);
        Assert.True(usedModel.IsDisposed);
        Assert.Equal(1, unusedModel.TimesDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.RentAsync("base", Cancellation));
    }

    [Fact]
    public async Task Closing_the_pool_ends_a_load()
    {
        var pool = Pool(async (_, abandoned) =>
        {
            await Task.Delay(Timeout.Infinite, abandoned);
            return new Loaded();
        });
        var rent = pool.RentAsync("base", Cancellation);

        await pool.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => rent);
    }

    [Fact]
    public async Task Many_users_who_come_and_go_never_hold_an_unloaded_model()
    {
        var models = new ConcurrentBag<Loaded>();
        var pool = new ModelPool<Loaded>(
            (_, _) =>
            {
                var model = new Loaded();
                models.Add(model);
                return Task.FromResult(model);
            },
            TimeSpan.FromTicks(1),
            new HurriedTime());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var k = 0; k < 500; k++)
                {
                    await using var lease = await pool.RentAsync("base", Cancellation);
                    Assert.False(lease.Model.IsDisposed);
                    await Task.Yield();
                    Assert.False(lease.Model.IsDisposed);
                }
            },
            Cancellation)));
        await pool.DisposeAsync();

        Assert.All(models, model => Assert.Equal(1, model.TimesDisposed));
    }

    private static Task<Loaded> LoadAsync(string id, CancellationToken cancellationToken) => Task.FromResult(new Loaded());

    private ModelPool<Loaded> Pool(Func<string, CancellationToken, Task<Loaded>> load, TimeSpan? idleTime = null) => new(load, idleTime ?? IdleTime, _clock);

    private sealed class Loaded : IDisposable
    {
        private int _timesDisposed;

        internal TaskCompletionSource Disposed { get; } = new();

        internal int TimesDisposed => _timesDisposed;

        internal bool IsDisposed => _timesDisposed > 0;

        public void Dispose()
        {
            Interlocked.Increment(ref _timesDisposed);
            Disposed.TrySetResult();
        }
    }
}
