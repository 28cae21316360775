using System.Text.Json;

namespace Lectern.Inference.Tests.Audio;

/// <summary>The recordings in <c>../shared/audio</c> beside the repository, where they are there.</summary>
public static class SharedAudio
{
    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>One row for each recording of kind "pathological": file, what to expect, seconds (-1 where unknown). A row without a file where there are none.</summary>
    public static TheoryData<string, string, double> Pathological()
    {
        var rows = new TheoryData<string, string, double>();
        if (Folder is null)
        {
            rows.Add("", "", 0);
            return rows;
        }

        foreach (var line in File.ReadLines(Path.Combine(Folder, "manifest.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            if (!row.GetProperty("kind").ValueEquals("pathological"))
                continue;
            var seconds = row.GetProperty("seconds");
            rows.Add(
                row.GetProperty("file").GetString()!,
                row.GetProperty("expect").GetString()!,
                seconds.ValueKind == JsonValueKind.Number ? seconds.GetDouble() : -1);
        }

        return rows;
    }

    /// <summary>Path of a recording; skips the test where there is none.</summary>
    public static string PathOf(string file)
    {
        Assert.SkipWhen(Folder is null, "../shared/audio is absent.");
        var path = Path.Combine(Folder, file);
        Assert.SkipUnless(File.Exists(path), $"{file} is absent.");
        return path;
    }

    private static string? FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent;
        var audio = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "audio") : null;
        return File.Exists(Path.Combine(audio ?? "", "manifest.jsonl")) ? audio : null;
    }
}
