using System.Text.Json;

namespace Lectern.Tests.Cli;

/// <summary>One run of <c>lectern transcribe</c> over all pathological recordings, shared by the tests that look at it.</summary>
public sealed class PathologicalRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _turn = new(1);
    private ProgramResult? _result;

    /// <summary>One row for each recording: its file and what to expect of it. A row without a file where there are none.</summary>
    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var (file, expect) in Recordings())
            rows.Add(file, expect);
        if (rows.Count == 0)
            rows.Add("", "");
        return rows;
    }

    public void Dispose()
    {
        _turn.Dispose();
        _folder.Dispose();
    }

    /// <summary>Returns how the run ended; skips the test where it cannot be made.</summary>
    internal async Task<ProgramResult> GetAsync()
    {
        Repository.NeedSpeech();
        Assert.SkipWhen(Repository.SharedAudio is null, "../shared/audio is absent.");
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _result ??= await RunningProgram.RunAsync(
                ["transcribe", .. Recordings().Select(row => Repository.Recording(row.File)), "--model", Repository.Model, "--format", "json", "-o", _folder.Path]);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Returns the text that was written down for a recording, or null where no file was written.</summary>
    internal string? TextOf(string file)
    {
        var path = _folder[Path.GetFileNameWithoutExtension(file) + ".json"];
        if (!File.Exists(path))
            return null;
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return string.Join(' ', json.RootElement.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("text").GetString()));
    }

    private static IEnumerable<(string File, string Expect)> Recordings()
    {
        if (Repository.SharedAudio is null)
            yield break;
        foreach (var line in File.ReadLines(Path.Combine(Repository.SharedAudio, "manifest.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("kind").ValueEquals("pathological"))
                yield return (json.RootElement.GetProperty("file").GetString()!, json.RootElement.GetProperty("expect").GetString()!);
        }
    }
}
