namespace Lectern.Inference.Catalog;

/// <summary>A model whose files are on this machine, checked.</summary>
/// <param name="Entry">The model.</param>
/// <param name="Folder">The folder that holds exactly the model's files.</param>
public sealed record InstalledModel(ModelEntry Entry, string Folder)
{
    /// <summary>Returns the path of one of the model's files.</summary>
    /// <param name="name">The file's name in the catalog.</param>
    /// <exception cref="ModelException">The catalog names no such file for this model; the message lists those it does.</exception>
    public string PathOf(string name) =>
        Entry.Files.Any(file => string.Equals(file.Name, name, StringComparison.Ordinal))
            ? Path.Combine(Folder, name)
            : throw new ModelException($"The model '{Entry.Id}' has no file '{name}', only {string.Join(", ", Entry.Files.Select(file => file.Name))}. Name another model, or correct the catalog.");
}
