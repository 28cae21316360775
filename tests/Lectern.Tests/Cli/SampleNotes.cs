using System.Diagnostics;
using Lectern.Tests.Cli;

[assembly: AssemblyFixture(typeof(SampleNotes))]

namespace Lectern.Tests.Cli;

/// <summary>One undisturbed run of <c>lectern notes</c> on the sample lecture, shared by all tests that look at it or compare with it.</summary>
/// <remarks>Of the lecture's beginning only, which is long enough for three batches, and half the time.</remarks>
public sealed class SampleNotes : IDisposable
{
    internal const string JournalName = ".lectern-journal.jsonl";

    private const string Seconds = "80";

    /// <summary>The names of the files that are made for a lecture.</summary>
    internal static readonly string[] FileNames =
        ["transcript.txt", "transcript.srt", "transcript.vtt", "notes.md", "cards.txt", "cards.json", "lecture.json", "report.txt"];

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _turn = new(1);
    private ProgramResult? _result;

    /// <summary>Gets the folder with the lecture's files, once <see cref="GetAsync"/> has returned.</summary>
    internal string Folder => _folder["sample"];

    /// <summary>Gets the recording, once <see cref="GetAsync"/> has returned.</summary>
    internal string Recording => _folder["sleep-and-memory.mp3"];

    public void Dispose()
    {
        _turn.Dispose();
        _folder.Dispose();
    }

    /// <summary>Returns the command line that makes the notes of the sample in a folder.</summary>
    internal string[] Arguments(string folder) => ["notes", Recording, "-o", folder, "--model", Repository.Model];

    /// <summary>Returns how the run ended, which is made when the first test asks; skips the test where it cannot be made.</summary>
    internal async Task<ProgramResult> GetAsync()
    {
        Repository.NeedSpeech();
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _result ??= await RunAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Checks that a folder holds the same bytes as that of the undisturbed run, and nothing besides.</summary>
    internal void AssertSame(string folder)
    {
        Assert.Equal(Names(Folder), Names(folder));
        foreach (var name in Names(Folder))
            Assert.True(File.ReadAllBytes(Path.Combine(Folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, name))), $"{name} differs.");
    }

    private async Task<ProgramResult> RunAsync()
    {
        using var cut = Process.Start("ffmpeg", ["-loglevel", "error", "-i", Repository.Sample, "-t", Seconds, "-c", "copy", Recording]);
        await cut.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, cut.ExitCode);
        return await RunningProgram.RunAsync(Arguments(Folder));
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
