namespace Lectern.Inference.Catalog;

/// <summary>Holds off other tasks and other processes while one works on a model or package.</summary>
/// <remarks>
/// An open file that cannot be shared: the operating system lets go of it when the process ends, however it ends, so a killed
/// process blocks nobody. The file stays, because removing it would race with whoever opens it next.
/// </remarks>
internal sealed class StoreLock : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(200);

    // What the system answers when another holds the file: EWOULDBLOCK on Linux and macOS, sharing and lock violations on Windows.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];
    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Takes a lock, waiting until it is free.</summary>
    /// <param name="file">Path of the lock file; made where it is missing.</param>
    /// <param name="clock">Times the tries.</param>
    /// <param name="onWait">Called once, if the lock is held by another.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task<StoreLock> AcquireAsync(string file, TimeProvider clock, Action onWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryAcquire(file) is { } free)
            return free;
        onWait();
        while (true)
        {
            await Task.Delay(RetryInterval, clock, cancellationToken);
            if (TryAcquire(file) is { } held)
                return held;
        }
    }

    /// <summary>Takes a lock if it is free.</summary>
    /// <param name="file">Path of the lock file; made where it is missing.</param>
    internal static StoreLock? TryAcquire(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new StoreLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException error) when (HeldElsewhere.Contains(error.HResult))
        {
            return null;
        }
    }
}
