namespace Lectern.Inference.Catalog;

/// <summary>What a check of one file of a model found.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Expected">What the catalog names: SHA-256 and length.</param>
/// <param name="Actual">What is there, in the same form, or that nothing is.</param>
public sealed record FileCheck(string Name, string Expected, string Actual)
{
    /// <summary>Gets whether the file is the one that the catalog names.</summary>
    public bool IsRight => string.Equals(Expected, Actual, StringComparison.Ordinal);

    internal static async Task<FileCheck> RunAsync(string folder, ModelFile file, ProgressTeller progress, CancellationToken cancellationToken)
    {
        var expected = Describe(file.Sha256, file.Bytes);
        var path = Path.Combine(folder, file.Name);
        if (!File.Exists(path))
            return new FileCheck(file.Name, expected, "no file");
        var length = new FileInfo(path).Length;
        var hash = await FileHash.Sha256Async(path, progress.Counter(ModelStage.Checking, file.Name, length), cancellationToken);
        return new FileCheck(file.Name, expected, Describe(hash, length));
    }

    private static string Describe(string sha256, long bytes) => $"SHA-256 {sha256} ({bytes} bytes)";
}
