using System.Text.Json;

namespace Lectern.Inference.Catalog;

/// <summary>The models that the program knows: those built in, and those that the user added.</summary>
/// <remarks>
/// The built-in catalog is <c>models.json</c> beside this file. A user adds models, or replaces ones of the same id, by a file
/// <c>models.json</c> of the same form in the data folder; its <c>default</c>, if it has one, wins. Files on Hugging Face show
/// their SHA-256 on their own page there. Immutable and thread-safe.
/// </remarks>
public sealed class ModelCatalog
{
    /// <summary>Name of the user's catalog in the data folder.</summary>
    public const string FileName = "models.json";

    private static readonly Lazy<ModelCatalog> LazyBuiltIn = new(ReadBuiltIn);
    private readonly string _defaultId;

    private ModelCatalog(IReadOnlyList<ModelEntry> models, string defaultId)
    {
        Models = models;
        _defaultId = defaultId;
    }

    /// <summary>Gets the built-in catalog.</summary>
    public static ModelCatalog BuiltIn => LazyBuiltIn.Value;

    /// <summary>Gets the models, the built-in ones first.</summary>
    public IReadOnlyList<ModelEntry> Models { get; }

    /// <summary>Gets the model that transcribes when the user names none.</summary>
    public ModelEntry Default => Find(_defaultId);

    /// <summary>Reads the built-in catalog and, over it, the user's.</summary>
    /// <param name="dataFolder">The data folder; it and the user's catalog in it need not be there.</param>
    /// <exception cref="ModelException">The user's catalog is malformed; the message names the file and all that is wrong with it.</exception>
    public static ModelCatalog Load(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file))
            return BuiltIn;
        try
        {
            return BuiltIn.With(Parse(File.ReadAllBytes(file), file), file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model catalog '{file}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads one catalog.</summary>
    /// <param name="json">The catalog, UTF-8.</param>
    /// <param name="file">Its file, for messages.</param>
    /// <exception cref="ModelException">The catalog is malformed, or names no default; the message names the file and all that is wrong with it.</exception>
    public static ModelCatalog Read(ReadOnlySpan<byte> json, string file) => new ModelCatalog([], "").With(Parse(json, file), file);

    /// <summary>Finds a model.</summary>
    /// <param name="id">The model's id.</param>
    /// <exception cref="ModelException">There is no such model; the message lists those there are.</exception>
    public ModelEntry Find(string id) =>
        Models.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.Ordinal))
        ?? throw new ModelException($"There is no model '{id}'. The models are: {string.Join(", ", Models.Select(model => model.Id))}.");

    private static ModelCatalog ReadBuiltIn()
    {
        using var stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream(typeof(ModelCatalog), FileName)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Read(memory.GetBuffer().AsSpan(0, (int)memory.Length), $"built-in {FileName}");
    }

    private static CatalogDocument Parse(ReadOnlySpan<byte> json, string file)
    {
        var byteOrderMark = "\uFEFF"u8;
        CatalogDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(json.StartsWith(byteOrderMark) ? json[byteOrderMark.Length..] : json, CatalogJson.Default.CatalogDocument);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw Malformed(file, error.Message.TrimEnd('.'), error);
        }

        string[] violations = [.. CatalogRules.Violations(document ?? throw Malformed(file, "it is empty"))];
        return violations is [] ? document : throw Malformed(file, string.Join("; ", violations));
    }

    private static ModelException Malformed(string file, string defects, Exception? inner = null) =>
        new($"The model catalog '{file}' is malformed: {defects}. Correct the file, or take it away.", inner);

    private ModelCatalog With(CatalogDocument document, string file)
    {
        var replaced = document.Models.ToDictionary(model => model.Id, StringComparer.Ordinal);
        List<ModelEntry> models = [.. Models.Select(model => replaced.Remove(model.Id, out var other) ? other : model)];
        models.AddRange(document.Models.Where(model => replaced.ContainsKey(model.Id)));
        var defaultId = document.Default ?? _defaultId;
        return models.Exists(model => string.Equals(model.Id, defaultId, StringComparison.Ordinal))
            ? new ModelCatalog(models, defaultId)
            : throw Malformed(file, $"its default model '{defaultId}' is not in it");
    }
}
