using System.Globalization;
using Lectern.Inference.Catalog;
using Lectern.Tests.Browser;

namespace Lectern.Tests.Recorder;

/// <summary>The promise that no recording is lost, put to the test: <c>tests/crash/record --runs 20 --seed 7</c> does it at length.</summary>
[Collection(RecorderGroup.Collection)]
public sealed class RecorderCrashTests(ChromiumFixture chromium) : IDisposable
{
    // How long the network is cut: a minute in runs at length, seconds where all tests run.
    private const double LongCutSeconds = 60;
    private const double ShortCutSeconds = 1;
    // The longest that a page lives besides.
    private const double LongestSeconds = 90;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recording_survives_refresh_lost_network_killed_server_and_killed_browser()
    {
        Repository.NeedSpeech();
        var runs = Number("LECTERN_CRASH_RUNS");
        var seed = Number("LECTERN_CRASH_SEED") ?? 20261125;
        var cutSeconds = runs is null ? ShortCutSeconds : LongCutSeconds;
        await SpokenClip.SweepAsync(_folder["sweep.wav"], LongestSeconds + cutSeconds);

        for (var run = 0; run < (runs ?? 1); run++)
            await RunAsync(run, seed + run, cutSeconds);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private async Task RunAsync(int number, int seed, double cutSeconds)
    {
        var incidents = Enum.GetValues<Incident>();
        new Random(seed).Shuffle(incidents);
        await using (var run = await RecordingRun.StartAsync(chromium, NewDataFolder($"run-{number}"), _folder["sweep.wav"], seed, cutSeconds))
        {
            await run.RecordAsync(incidents);
            await run.CheckAsync();
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"Seed {seed}: {string.Join(", ", incidents)}; {run.ReceivedBytes:N0} bytes arrived, of what pages were given {run.LostBytes:N0} did not.");
        }

        Directory.Delete(_folder[$"run-{number}"], recursive: true);
    }

    /// <summary>Makes a data folder with the models of this machine.</summary>
    private string NewDataFolder(string name)
    {
        Directory.CreateDirectory(_folder[name]);
        Directory.CreateSymbolicLink(Path.Combine(_folder[name], "models"), Path.Combine(DataFolder.Find(Environment.GetEnvironmentVariable), "models"));
        return _folder[name];
    }
}
