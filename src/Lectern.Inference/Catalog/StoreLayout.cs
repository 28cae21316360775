namespace Lectern.Inference.Catalog;

/// <summary>Where the store keeps things in the data folder.</summary>
/// <remarks>
/// <code>
/// models/ID/             an installed model: its files and SHA256SUMS
/// models/.work/ID/…      a model that is being installed, renamed to models/ID when it is whole
/// models/.locks/ID       held while the model is installed, checked or removed
/// cache/NAME             packages (HASH.tgz) and unfinished downloads (HASH.part), kept for two days
/// cache/.work/NAME/…     what npm is writing
/// cache/.locks/NAME      held while the package or file is fetched
/// </code>
/// Ids and names never begin with a dot, so nothing here can be confused.
/// </remarks>
/// <param name="dataFolder">The data folder.</param>
internal sealed class StoreLayout(string dataFolder)
{
    private readonly string _models = Path.Combine(dataFolder, "models");

    internal string CacheFolder { get; } = Path.Combine(dataFolder, "cache");

    internal string ModelFolder(string id) => Path.Combine(_models, id);

    internal string ModelWork(string id) => Path.Combine(_models, ".work", id);

    internal string ModelLock(string id) => Path.Combine(_models, ".locks", id);

    internal string Cached(string name) => Path.Combine(CacheFolder, name);

    internal string CacheWork(string name) => Path.Combine(CacheFolder, ".work", name);

    internal string CacheLock(string name) => Path.Combine(CacheFolder, ".locks", name);

    /// <summary>Makes a new, empty folder for work, after clearing away what a process that died has left there. The caller holds the lock.</summary>
    /// <param name="workFolder">A folder of <see cref="ModelWork"/> or <see cref="CacheWork"/>.</param>
    internal static string NewWorkFolder(string workFolder)
    {
        Clear(workFolder);
        return Directory.CreateDirectory(Path.Combine(workFolder, Guid.NewGuid().ToString("N"))).FullName;
    }

    /// <summary>Counts the bytes in a folder; 0 where it is not there, or changes while it is counted.</summary>
    internal static long SizeOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>Counts the bytes of a file; 0 where it is not there.</summary>
    internal static long LengthOf(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    /// <summary>Deletes a folder with all that is in it, if it is there.</summary>
    /// <remarks>An orphaned npm of a killed process may still write into it. What then resists is left for the next one, and is never used.</remarks>
    internal static void Clear(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // See the remarks: work folders have names of their own, so a leftover is only space.
        }
    }
}
