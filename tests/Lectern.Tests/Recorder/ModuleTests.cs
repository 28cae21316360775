using System.Diagnostics;

namespace Lectern.Tests.Recorder;

/// <summary>Runs the tests of the recorder's modules that need no browser, with node's own test runner.</summary>
public sealed class ModuleTests
{
    [Theory]
    [InlineData("resampler.test.mjs")]
    [InlineData("health.test.mjs")]
    public async Task Module_keeps_its_promises(string file)
    {
        Repository.NeedProgram("node");
        var start = new ProcessStartInfo("node", ["--test", Path.Combine(AppContext.BaseDirectory, "Recorder", file)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;

        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, output);
    }
}
