namespace Lectern.Tests.Cli;

public sealed class NotesCommandTests(SampleNotes sample) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lecture_becomes_eight_files_and_an_overview()
    {
        var result = await sample.GetAsync();

        result.AssertEnded(0);
        Assert.Equal([SampleNotes.JournalName, .. SampleNotes.FileNames.Order(StringComparer.Ordinal)], Directory.GetFiles(sample.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(SampleNotes.FileNames, name => Assert.NotEqual(0, new FileInfo(Path.Combine(sample.Folder, name)).Length));
        Assert.StartsWith("sleep-and-memory\n\n", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nOutline\n  00:00  \S", result.Output);
        Assert.Matches(@"\nCards\b.*\n  \d\d:\d\d  \S.*\n +\S", result.Output);
        Assert.All(SampleNotes.FileNames, name => Assert.Contains(name, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Second_run_makes_the_files_again_without_decoding()
    {
        await sample.GetAsync();
        var again = _folder["again"];
        Directory.CreateDirectory(again);
        File.Copy(Path.Combine(sample.Folder, SampleNotes.JournalName), Path.Combine(again, SampleNotes.JournalName));

        // Without ffmpeg there is no sound to decode.
        var result = await RunningProgram.RunAsync(sample.Arguments(again), new() { ["PATH"] = _folder.Path });

        result.AssertEnded(0);
        sample.AssertSame(again);
    }

    [Fact]
    public async Task Finished_batch_is_taken_from_the_journal_and_not_decoded_again()
    {
        await sample.GetAsync();
        var lines = await File.ReadAllLinesAsync(Path.Combine(sample.Folder, SampleNotes.JournalName), TestContext.Current.CancellationToken);
        Assert.True(lines.Length > 3, "The sample is too short for this test.");
        var marked = lines[1].Replace("\"text\":\"", "\"text\":\"Marked. ", StringComparison.Ordinal);
        var cut = _folder["cut"];
        Directory.CreateDirectory(cut);
        var journal = Path.Combine(cut, SampleNotes.JournalName);
        await File.WriteAllTextAsync(journal, $"{lines[0]}\n{marked}\n{lines[2][..20]}", TestContext.Current.CancellationToken);

        var result = await RunningProgram.RunAsync(sample.Arguments(cut), []);

        result.AssertEnded(0);
        string[] expected = [lines[0], marked, .. lines[2..]];
        Assert.Equal(expected, await File.ReadAllLinesAsync(journal, TestContext.Current.CancellationToken));
        Assert.StartsWith("Marked. ", await File.ReadAllTextAsync(Path.Combine(cut, "transcript.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_run_goes_on_where_it_was_and_ends_with_the_same_bytes()
    {
        await sample.GetAsync();
        var killed = _folder["killed"];
        var journal = Path.Combine(killed, SampleNotes.JournalName);

        using (var program = RunningProgram.Start(sample.Arguments(killed)))
        {
            await program.WaitUntilAsync(() => HoldsBatch(journal));
            program.Kill();
            await program.WaitAsync();
        }

        Assert.Equal([journal], Directory.GetFiles(killed));
        var finished = await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken);
        finished = finished[..(finished.AsSpan().LastIndexOf((byte)'\n') + 1)];
        var result = await RunningProgram.RunAsync(sample.Arguments(killed), []);

        result.AssertEnded(0);
        sample.AssertSame(killed);
        Assert.Equal(finished, (await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken))[..finished.Length]);
    }

    [Fact]
    public async Task Interrupted_run_keeps_its_journal_and_leaves_nothing_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no kill -INT.");
        Repository.NeedProgram("kill");
        await sample.GetAsync();
        var stopped = _folder["stopped"];
        var journal = Path.Combine(stopped, SampleNotes.JournalName);

        using var program = RunningProgram.Start(sample.Arguments(stopped));
        await program.WaitUntilAsync(() => HoldsBatch(journal));
        await program.InterruptAsync();
        var result = await program.WaitAsync();

        result.AssertEnded(130);
        Assert.Contains("The same command goes on from here.", result.Error, StringComparison.Ordinal);
        Assert.Equal([journal], Directory.GetFiles(stopped));
        Assert.InRange((await File.ReadAllLinesAsync(journal, TestContext.Current.CancellationToken)).Length, 2, int.MaxValue);
    }

    [Fact]
    public async Task Folder_with_somebody_s_own_notes_is_refused_before_any_work()
    {
        await sample.GetAsync();
        File.WriteAllText(_folder["notes.md"], "mine");

        var result = await RunningProgram.RunAsync(sample.Arguments(_folder.Path), []);

        result.AssertEnded(1);
        Assert.Contains("'notes.md' that Lectern did not write", Assert.Single(result.Failures), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["notes.md"]));
        Assert.Equal([_folder["notes.md"]], Directory.GetFiles(_folder.Path));
    }

    // By its length, since the program has locked it; the header is that of the undisturbed run.
    private bool HoldsBatch(string journal)
    {
        var header = File.ReadLines(Path.Combine(sample.Folder, SampleNotes.JournalName)).First();
        return new FileInfo(journal) is { Exists: true } file && file.Length > header.Length + 1;
    }
}
