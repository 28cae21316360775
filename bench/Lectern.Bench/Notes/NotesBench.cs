using System.CommandLine;

namespace Lectern.Bench.Notes;

/// <summary><c>bench notes</c>: outline, titles, summaries, key sentences and cards on the shared lecture texts, with the scorers there.</summary>
internal static class NotesBench
{
    // A part of the bench by its name on the command line; each prints its own rows, baselines beside ours.
    private static readonly Dictionary<string, Func<CancellationToken, Task>> Parts = new(StringComparer.Ordinal)
    {
        ["summary"] = SummaryPart.RunAsync,
        ["coverage"] = CoveragePart.RunAsync,
        ["keypoints"] = KeyPointsPart.RunAsync,
        ["cards"] = CardsPart.RunAsync,
        ["speed"] = NotesSpeedPart.RunAsync,
        ["outline"] = OutlineBench.RunAsync,
        ["titles"] = TitlesBench.RunAsync,
        ["outline-fit"] = OutlineFit.RunAsync,
    };

    internal static Command CreateCommand()
    {
        var part = new Option<string>("--part") { DefaultValueFactory = _ => "all", Description = $"all, or one of: {string.Join(", ", Parts.Keys)}." };
        var command = new Command("notes", "Quality and speed of notes and cards on the shared lecture texts.") { part };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(part)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string name, CancellationToken cancellation)
    {
        var isAll = string.Equals(name, "all", StringComparison.Ordinal);
        if (!isAll && !Parts.ContainsKey(name))
        {
            await Console.Error.WriteLineAsync($"There is no part \"{name}\". Choose all, or one of: {string.Join(", ", Parts.Keys)}.");
            return 2;
        }

        foreach (var run in Parts.Where(part => isAll || string.Equals(part.Key, name, StringComparison.Ordinal)).Select(part => part.Value))
            await run(cancellation);
        return 0;
    }
}
