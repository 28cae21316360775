using Lectern.Sessions;

namespace Lectern.Tests.Sessions;

public sealed class ArrivingStreamTests
{
    [Fact]
    public async Task Read_waits_for_bytes_and_ends_when_all_are_there()
    {
        using var folder = new TemporaryFolder();
        var arriving = new ArrivingAudio(0, isComplete: false);
        await using var writer = new FileStream(folder["audio"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await using var stream = new ArrivingStream(arriving, Open(folder["audio"]));
        var buffer = new byte[16];

        var first = stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        await arriving.WhenStarving;
        Assert.False(first.IsCompleted);
        writer.Write("abc"u8);
        arriving.Arrived(3, isComplete: false);
        Assert.Equal(3, await first);
        writer.Write("de"u8);
        arriving.Arrived(5, isComplete: true);

        Assert.Equal(2, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal(0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bytes_that_nobody_told_of_are_not_read()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["audio"], "abcdef", TestContext.Current.CancellationToken);
        var arriving = new ArrivingAudio(2, isComplete: false);
        await using var stream = new ArrivingStream(arriving, Open(folder["audio"]));

        Assert.Equal(2, await stream.ReadAsync(new byte[16], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reader_that_starves_is_seen_until_bytes_arrive()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["audio"], "ab", TestContext.Current.CancellationToken);
        var arriving = new ArrivingAudio(0, isComplete: false);
        await using var stream = new ArrivingStream(arriving, Open(folder["audio"]));
        var read = stream.ReadAsync(new byte[16], TestContext.Current.CancellationToken).AsTask();
        Assert.True(arriving.WhenStarving.IsCompleted);

        arriving.Arrived(2, isComplete: false);

        Assert.False(arriving.WhenStarving.IsCompleted);
        Assert.Equal(2, await read);
    }

    [Fact]
    public async Task Wait_is_cancelled()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["audio"], "", TestContext.Current.CancellationToken);
        await using var stream = new ArrivingStream(new ArrivingAudio(0, isComplete: false), Open(folder["audio"]));
        using var stop = new CancellationTokenSource();
        var read = stream.ReadAsync(new byte[16], stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
}
