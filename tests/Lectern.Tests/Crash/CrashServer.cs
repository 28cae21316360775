using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Lectern.Tests.Crash;

/// <summary>One life of the real server, a process of its own, from its start to <c>kill -9</c>.</summary>
internal sealed partial class CrashServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<(Guid Lecture, int Batch)> _decoded = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _batches = new(0);

    private CrashServer(Process process) => _process = process;

    /// <summary>Gets the server's address; ends when it is ready, and fails where it ends before.</summary>
    internal Task<Uri> Address => _address.Task;

    /// <summary>Gets the batches that it said it has decoded.</summary>
    internal IReadOnlyCollection<(Guid Lecture, int Batch)> Decoded => _decoded;

    /// <summary>Gets what it wrote, for whoever looks into a failure.</summary>
    internal string Output => string.Join('\n', _lines);

    /// <summary>Gets whether it still runs.</summary>
    internal bool IsAlive => !_process.HasExited;

    /// <summary>Starts the server on a data folder.</summary>
    internal static CrashServer Start(string dataFolder)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "lectern"), ["serve", "--url", "http://127.0.0.1:0", "--data", dataFolder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["Lectern__Model"] = Repository.Model;
        start.Environment["Logging__LogLevel__Lectern.Sessions"] = "Information";
        var server = new CrashServer(new Process { StartInfo = start });
        server._process.OutputDataReceived += (_, line) => server.Read(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Read(line.Data);
        server._process.EnableRaisingEvents = true;
        server._process.Exited += (_, _) => server._address.TrySetException(new IOException("The server ended before it was ready."));
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Waits until it says that it has decoded one more batch.</summary>
    internal Task<bool> NextBatchAsync(TimeSpan longest, CancellationToken cancellation) => _batches.WaitAsync(longest, cancellation);

    /// <summary>Ends it at once and waits until it is gone and all that it wrote is read.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        _batches.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (AddressLine().Match(line) is { Success: true } address)
            _address.TrySetResult(new Uri(address.Groups["url"].Value));
        if (BatchLine().Match(line) is { Success: true } batch)
        {
            _decoded.Enqueue((Guid.Parse(batch.Groups["lecture"].Value), int.Parse(batch.Groups["batch"].Value, CultureInfo.InvariantCulture)));
            _batches.Release();
        }
    }

    [GeneratedRegex(@"Lectern is at (?<url>http://\S+?)\. ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressLine();

    [GeneratedRegex("Batch (?<batch>[0-9]+) of (?<lecture>[0-9a-f-]{36}) decoded", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BatchLine();
}
