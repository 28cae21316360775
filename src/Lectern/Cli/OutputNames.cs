using Lectern.Transcripts;

namespace Lectern.Cli;

/// <summary>Chooses where each recording of a command line is written to, no two to the same place.</summary>
/// <param name="output">What -o said, or null.</param>
/// <param name="isSingle">Whether there is only one recording, which then takes -o for itself.</param>
internal sealed class OutputNames(string? output, bool isSingle)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the folder for a recording's files.</summary>
    internal string Folder(LectureSource source)
    {
        if (isSingle && output is not null)
            return output;
        var name = Free(source.Stem, "");

        // A recording without an ending has the very name that its folder would get.
        var path = Path.Combine(output ?? ".", name);
        return System.IO.File.Exists(path) ? path + "-notes" : path;
    }

    /// <summary>Returns the file for a recording's transcript.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="extension">The format's ending, with its point.</param>
    internal string File(LectureSource source, string extension)
    {
        if (output is not null && isSingle && !Directory.Exists(output) && !Path.EndsInDirectorySeparator(output))
            return output;
        return Path.Combine(output ?? ".", Free(source.Stem, extension));
    }

    private string Free(string stem, string extension)
    {
        var name = stem + extension;
        for (var i = 2; !_taken.Add(name); i++)
            name = $"{stem}-{i}{extension}";
        return name;
    }
}
