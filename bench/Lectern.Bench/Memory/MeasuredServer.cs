using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Lectern.Inference.Catalog;

namespace Lectern.Bench.Memory;

/// <summary>The server as a user runs it, a process of its own, on a data folder that is gone with it.</summary>
internal sealed partial class MeasuredServer : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lectern-bench-");
    private readonly Process _process;

    private MeasuredServer(string model)
    {
        var models = Path.Combine(DataFolder.Find(Environment.GetEnvironmentVariable), "models");
        Directory.CreateSymbolicLink(Path.Combine(_data.FullName, "models"), models);
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "lectern"), ["serve", "--url", "http://127.0.0.1:0", "--data", _data.FullName])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Lectern__Model"] = model;
        _process = new Process { StartInfo = start };
    }

    /// <summary>Gets the database's file.</summary>
    internal string Database => Path.Combine(_data.FullName, "lectern.db");

    /// <summary>Starts a server and waits until it is ready.</summary>
    internal static async Task<(MeasuredServer Server, Uri Address)> StartAsync(string model, CancellationToken cancellation)
    {
        var server = new MeasuredServer(model);
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        server._process.OutputDataReceived += (_, _) => { };
        server._process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null && AddressLine().Match(line.Data) is { Success: true } match)
                address.TrySetResult(new Uri(match.Groups["url"].Value));
        };
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return (server, await address.Task.WaitAsync(cancellation));
    }

    /// <summary>Returns the megabytes that it and the decoders that it has started hold in memory.</summary>
    internal (double Server, double Decoders) Megabytes()
    {
        var decoders = Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && ProcessMemory.Read(folder, "PPid") == _process.Id)
            .Sum(folder => ProcessMemory.Read(folder, "VmRSS"));
        return (ProcessMemory.Megabytes(_process.Id), decoders * 1.024 / 1e3);
    }

    /// <summary>Returns the most megabytes that the server itself has ever held.</summary>
    internal double PeakMegabytes() => ProcessMemory.Read($"/proc/{_process.Id}", "VmHWM") * 1.024 / 1e3;

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    [GeneratedRegex(@"Lectern is at (?<url>http://\S+?)\. ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressLine();
}
