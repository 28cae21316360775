using System.Text;

namespace Lectern.Inference.Catalog;

/// <summary>The note in a model's folder that its files were checked, and against which hashes.</summary>
/// <remarks>
/// It is written in the form of the <c>sha256sum</c> program, so <c>sha256sum -c SHA256SUMS</c> checks a folder too. A model counts as
/// installed when its receipt is that of the catalog and each file has its length: that needs no hashing at every start.
/// </remarks>
internal static class Receipt
{
    /// <summary>Name of the note; capitals, so no file of a model can have it.</summary>
    internal const string FileName = "SHA256SUMS";

    /// <summary>Returns whether a folder holds a checked model as the catalog knows it now.</summary>
    /// <param name="folder">The model's folder; need not be there.</param>
    /// <param name="model">The model.</param>
    internal static bool IsValid(string folder, ModelEntry model)
    {
        try
        {
            return string.Equals(File.ReadAllText(Path.Combine(folder, FileName)), Text(model), StringComparison.Ordinal)
                && HasAllLengths(folder, model);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Returns whether each file of a model is in a folder, with its length.</summary>
    internal static bool HasAllLengths(string folder, ModelEntry model) =>
        model.Files.All(file => new FileInfo(Path.Combine(folder, file.Name)) is { Exists: true } info && info.Length == file.Bytes);

    /// <summary>Writes the receipt of a model whose files have just been checked.</summary>
    internal static void Write(string folder, ModelEntry model) => File.WriteAllText(Path.Combine(folder, FileName), Text(model));

    /// <summary>Takes the receipt away, so that the model is checked, and if need be fetched, when it is next asked for.</summary>
    internal static void Withdraw(string folder)
    {
        if (Directory.Exists(folder))
            File.Delete(Path.Combine(folder, FileName));
    }

    private static string Text(ModelEntry model)
    {
        var text = new StringBuilder();
        foreach (var file in model.Files)
            text.Append(file.Sha256).Append("  ").Append(file.Name).Append('\n');
        return text.ToString();
    }
}
