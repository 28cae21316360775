using System.CommandLine;
using Lectern.Inference.Catalog;

namespace Lectern.Cli;

/// <summary>Options and arguments that several commands share.</summary>
internal static class CommonOptions
{
    internal static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Recordings: WAV, MP3, M4A, WEBM, OGG, OPUS, FLAC, WMA, AIFF, MP4, MOV, MKV; '-' reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };

        // What looks like an option and is none would be taken for a recording.
        files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value)))
                result.AddError($"There is no option '{token.Value}'.");
        });
        return files;
    }

    internal static Option<string?> Model() => new("--model")
    {
        Description = $"The speech model; 'lectern models list' says which there are. Without it, the catalog's default: {ModelCatalog.BuiltIn.Default.Id}.",
    };

    internal static Option<bool> Json() => new("--json")
    {
        Description = "Write progress, messages and errors to standard error as JSON, one object a line.",
    };

    internal static Option<string?> Data() => new("--data")
    {
        Description = $"The folder that keeps lectures and models; without it ${DataFolder.Variable}, or lectern in the folder where the system keeps such data.",
    };

    internal static string FindData(string? data) => data is null ? DataFolder.Find(Environment.GetEnvironmentVariable) : Path.GetFullPath(data);

    internal static ModelStore OpenStore()
    {
        var folder = DataFolder.Find(Environment.GetEnvironmentVariable);
        return new ModelStore(folder, ModelCatalog.Load(folder));
    }
}
