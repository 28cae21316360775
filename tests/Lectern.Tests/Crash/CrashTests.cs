using System.Globalization;
using System.Security.Cryptography;
using Lectern.Data;
using Lectern.Inference.Catalog;

namespace Lectern.Tests.Crash;

/// <summary>The promise that nothing is lost, put to the test: <c>tests/crash/run --kills 50 --seed 7</c> does it at length.</summary>
public sealed class CrashTests : IDisposable
{
    private const int FewKills = 3;
    private const int ShortSeconds = 40;
    private const int LongSeconds = 150;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Server_killed_at_random_moments_loses_nothing_and_repeats_nothing()
    {
        Repository.NeedSpeech();
        var kills = Number("LECTERN_CRASH_KILLS") ?? FewKills;
        var seed = Number("LECTERN_CRASH_SEED") ?? 20261125;
        var recordings = await CrashRecording.MakeAsync(_folder.Path, kills > FewKills ? LongSeconds : ShortSeconds);
        var undisturbed = new CrashRun(NewDataFolder("undisturbed"), recordings, seed);
        await undisturbed.LiveAsync(isFirst: true);
        var expected = await OutcomesAsync(undisturbed);

        var run = new CrashRun(NewDataFolder("killed"), recordings, seed);
        for (var kill = 0; kill < kills; kill++)
            await run.LiveAndDieAsync();
        await run.LiveAsync(isFirst: run.Uploads.Count == 0);

        await AssertWholeAsync(run, expected);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills with seed {seed}: {run.Deaths.Uploading} during uploads, {run.Deaths.Transcribing} during transcriptions; "
            + $"{run.Uploads.Count} recordings came through, {run.Uploads.Sum(upload => (long)upload.Recording.Bytes.Length):N0} bytes, {(await run.State.BatchesAsync()).Count} batches.");
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<Dictionary<string, string>> OutcomesAsync(CrashRun run)
    {
        var outcomes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var upload in run.Uploads)
            outcomes[upload.Recording.Name] = await run.State.OutcomeAsync(upload.LectureId!.Value);
        return outcomes;
    }

    private async Task AssertWholeAsync(CrashRun run, Dictionary<string, string> expected)
    {
        var audio = new AudioFolder(new DataLayout(_folder["killed"]));
        Assert.NotEmpty(run.Uploads);
        foreach (var upload in run.Uploads)
        {
            var lecture = upload.LectureId!.Value;
            var bytes = await File.ReadAllBytesAsync(audio.RecordingOf(lecture), Cancellation);
            Assert.Equal(Convert.ToHexString(SHA256.HashData(upload.Recording.Bytes)), Convert.ToHexString(SHA256.HashData(bytes)));
            Assert.Equal(expected[upload.Recording.Name], await run.State.OutcomeAsync(lecture));
        }

        await run.State.VerifyAsync();
    }

    /// <summary>Makes a data folder with the models of this machine.</summary>
    private string NewDataFolder(string name)
    {
        Directory.CreateDirectory(_folder[name]);
        Directory.CreateSymbolicLink(Path.Combine(_folder[name], "models"), Path.Combine(DataFolder.Find(Environment.GetEnvironmentVariable), "models"));
        return _folder[name];
    }
}
