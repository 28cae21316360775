using Lectern.Sessions;

namespace Lectern.Tests.Sessions;

public sealed class TranscriptionTurnsTests
{
    private static readonly Guid Ann = Guid.NewGuid();
    private static readonly Guid Bob = Guid.NewGuid();

    [Fact]
    public async Task Workspaces_take_turns_however_many_lectures_one_has()
    {
        var turns = new TranscriptionTurns();
        var order = new List<string>();
        var running = await turns.EnterAsync(Ann, static _ => { }, TestContext.Current.CancellationToken);
        var waiting = new[] { ("Ann 2", Ann), ("Ann 3", Ann), ("Bob 1", Bob), ("Bob 2", Bob) }.Select(ask => WorkAsync(turns, ask.Item1, ask.Item2, order)).ToList();

        running.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["Bob 1", "Ann 2", "Bob 2", "Ann 3"], order);
    }

    [Fact]
    public async Task Places_are_told_when_they_change()
    {
        var turns = new TranscriptionTurns();
        var places = new List<int>();
        var running = await turns.EnterAsync(Ann, static _ => { }, TestContext.Current.CancellationToken);
        using var bored = new CancellationTokenSource();
        var bob = turns.EnterAsync(Bob, static _ => { }, bored.Token);
        var ann = turns.EnterAsync(Ann, places.Add, TestContext.Current.CancellationToken);

        await bored.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bob);
        running.Dispose();
        (await ann).Dispose();

        Assert.Equal([2, 1], places);
    }

    [Fact]
    public async Task Turn_that_is_given_back_twice_is_given_back_once()
    {
        var turns = new TranscriptionTurns();
        var first = await turns.EnterAsync(Ann, static _ => { }, TestContext.Current.CancellationToken);
        first.Dispose();
        var second = await turns.EnterAsync(Bob, static _ => { }, TestContext.Current.CancellationToken);
        first.Dispose();

        var third = turns.EnterAsync(Ann, static _ => { }, TestContext.Current.CancellationToken);

        Assert.False(third.IsCompleted);
        second.Dispose();
        (await third).Dispose();
    }

    private static async Task WorkAsync(TranscriptionTurns turns, string name, Guid owner, List<string> order)
    {
        using var turn = await turns.EnterAsync(owner, static _ => { }, TestContext.Current.CancellationToken);
        order.Add(name);
    }
}
