using System.Text.Json;

namespace Lectern.Bench;

/// <summary>One row of <c>../shared/audio/manifest.jsonl</c>.</summary>
public sealed record SharedClip(string File, double? Seconds, string Language, string Kind, string ReferenceTrust)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Gets the folder of the shared recordings, beside the repository.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", "audio"));

    /// <summary>Gets the manifest's path.</summary>
    public static string Manifest { get; } = Path.Combine(Folder, "manifest.jsonl");

    /// <summary>Gets the clip's path.</summary>
    public string FullPath => Path.Combine(Folder, File);

    /// <summary>Gets the repository's root.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The bench must be run from inside the repository.");
        return folder.FullName;
    }

    /// <summary>Reads the English clips of a kind whose reference is to be trusted.</summary>
    public static IReadOnlyList<SharedClip> Read(string kind) =>
    [
        .. System.IO.File.ReadLines(Manifest)
            .Select(line => JsonSerializer.Deserialize<SharedClip>(line, Options)!)
            .Where(clip => clip is { Language: "en", ReferenceTrust: "gold" } && string.Equals(clip.Kind, kind, StringComparison.Ordinal)),
    ];
}
