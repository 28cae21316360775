using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Lectern.Inference.Catalog;

namespace Lectern.Bench;

/// <summary>The peer: moonshine-js's way of decoding on onnxruntime-node, from <c>../shared/peers</c>.</summary>
internal sealed partial class Peer
{
    private readonly string _folder;

    private Peer(string folder) => _folder = folder;

    /// <summary>Sets the peer up in a scratch folder, with the npm client.</summary>
    internal static async Task<Peer> PrepareAsync(CancellationToken cancellation)
    {
        var folder = Path.Combine(SharedClip.RepositoryRoot(), "artifacts", "peer");
        Directory.CreateDirectory(folder);
        var script = Path.Combine(SharedClip.Folder, "..", "peers", "moonshine.mjs");
        File.Copy(script, Path.Combine(folder, "moonshine.mjs"), overwrite: true);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "onnxruntime-node")))
            await RunAsync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "onnxruntime-node@1.22.0"], folder, cancellation);
        return new Peer(folder);
    }

    /// <summary>Runs the peer on its clips; returns its own median of audio seconds per second.</summary>
    internal async Task<double> MeasureAsync(InstalledModel model, CancellationToken cancellation)
    {
        string[] arguments = ["moonshine.mjs", model.Folder, model.PathOf("tokenizer.json"), SharedClip.Manifest, SharedClip.Folder, "hypotheses.jsonl"];
        var output = await RunAsync("node", arguments, _folder, cancellation);
        return double.Parse(Speed().Match(output).Groups["speed"].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with status {process.ExitCode}: {output}");
    }

    [GeneratedRegex(@"speed (?<speed>[\d.]+) x", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Speed();
}
