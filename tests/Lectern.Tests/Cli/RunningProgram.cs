using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lectern.Tests.Cli;

/// <summary>The program itself, as a user runs it.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "lectern.exe" : "lectern");

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private RunningProgram(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the program to its end, with nothing on standard input.</summary>
    internal static Task<ProgramResult> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    /// <summary>Runs the program to its end in an environment that differs in some variables.</summary>
    internal static async Task<ProgramResult> RunAsync(string[] arguments, Dictionary<string, string> environment, Stream? input = null)
    {
        using var program = Start(arguments, environment);
        if (input is not null)
            await input.CopyToAsync(program._process.StandardInput.BaseStream, TestContext.Current.CancellationToken);
        program._process.StandardInput.Close();
        return await program.WaitAsync();
    }

    /// <summary>Starts the program.</summary>
    internal static RunningProgram Start(string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Found by the tests' own runtime, so that PATH may be anything.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Waits until a condition on what the program has written holds.</summary>
    internal async Task WaitUntilAsync(Func<bool> condition)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            Assert.False(_process.HasExited, "The program ended before what the test waits for.");
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    /// <summary>Ends the program at once, as <c>kill -9</c> does.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Interrupts the program, as Ctrl-C does.</summary>
    internal async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the end.</summary>
    internal async Task<ProgramResult> WaitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramResult(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
