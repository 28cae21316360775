namespace Lectern.Tests.Cli;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Machine_with_everything_is_well()
    {
        Repository.NeedSpeech();

        var result = await RunningProgram.RunAsync("doctor");

        result.AssertEnded(0);
        Assert.Contains("ok       ffmpeg: ffmpeg version", result.Output, StringComparison.Ordinal);
        Assert.Contains($"ok       model {Repository.Model}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_programs_and_models_come_with_the_command_that_gets_them()
    {
        var result = await RunningProgram.RunAsync(["doctor"], new() { ["PATH"] = _folder.Path, ["LECTERN_DATA"] = _folder["data"] });

        result.AssertEnded(3);
        Assert.Contains("missing  ffmpeg: reads recordings. Install it with 'apt-get install ffmpeg'", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing  npm: fetches models. Install it with 'apt-get install npm'", result.Output, StringComparison.Ordinal);
        Assert.Contains($"data folder: {_folder["data"]}", result.Output, StringComparison.Ordinal);
        Assert.Contains("'lectern models get moonshine-tiny'", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["data"]));
    }
}
