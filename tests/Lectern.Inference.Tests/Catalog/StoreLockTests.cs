using System.Diagnostics;
using Lectern.Inference.Catalog;

namespace Lectern.Inference.Tests.Catalog;

public sealed class StoreLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_holds_it_at_a_time()
    {
        var first = StoreLock.TryAcquire(_folder["locks/one"]);
        var second = StoreLock.TryAcquire(_folder["locks/one"]);
        using var other = StoreLock.TryAcquire(_folder["locks/two"]);
        first!.Dispose();
        using var third = StoreLock.TryAcquire(_folder["locks/one"]);

        Assert.Null(second);
        Assert.NotNull(other);
        Assert.NotNull(third);
    }

    [Fact]
    public async Task A_killed_process_lets_go_of_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "The other process is the program flock, which is not installed.");
        var start = new ProcessStartInfo("/usr/bin/flock", [_folder["one"], "sh", "-c", "echo held; exec sleep 1000"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var other = Process.Start(start)!;
        await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var whileHeld = StoreLock.TryAcquire(_folder["one"]);

        other.Kill(entireProcessTree: true);
        // Ends when nobody is left who could hold the lock.
        await other.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var afterwards = await StoreLock.AcquireAsync(_folder["one"], new HurriedTime(), () => { }, TestContext.Current.CancellationToken);

        Assert.Null(whileHeld);
        Assert.NotNull(afterwards);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var held = StoreLock.TryAcquire(_folder["one"]);
        using var cancel = new CancellationTokenSource();

        var wait = StoreLock.AcquireAsync(_folder["one"], TimeProvider.System, cancel.Cancel, cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }
}
