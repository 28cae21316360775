using System.Diagnostics.CodeAnalysis;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Lectern.Inference.Catalog;
using Lectern.Models;
using Lectern.Transcripts;

namespace Lectern.Cli;

/// <summary>Runs a command over several recordings: one that fails is reported, the others go on.</summary>
/// <param name="terminal">Where to report.</param>
/// <param name="clock">The clock.</param>
/// <param name="isResumable">Whether an interrupted run leaves a journal to go on from.</param>
internal sealed class RecordingBatch(Terminal terminal, TimeProvider clock, bool isResumable)
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(1);

    /// <summary>Opens the models and runs the work for each recording in turn.</summary>
    /// <param name="arguments">The recordings as given on the command line.</param>
    /// <param name="model">The speech model's id; null for the catalog's default, which a catalog of the user's own may change.</param>
    /// <param name="work">Does one recording.</param>
    /// <param name="cancellation">Stops all of them.</param>
    /// <returns>The exit status.</returns>
    internal async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        string? model,
        Func<SpeechModels, LectureSource, IProgress<TranscriptionProgress>, Task> work,
        CancellationToken cancellation)
    {
        var fetching = new ModelProgressLine(terminal, clock);
        await using var pool = new ModelPool<SpeechModels>((id, stop) => SpeechModels.OpenAsync(CommonOptions.OpenStore(), id, fetching, stop), IdleTime, clock);
        var failed = 0;
        try
        {
            foreach (var argument in arguments)
            {
                if (!TryParse(argument, out var source))
                {
                    failed++;
                    continue;
                }

                await using var models = await pool.RentAsync(model ??= CommonOptions.OpenStore().Catalog.Default.Id, cancellation);
                failed += await TryRunAsync(() => work(models.Model, source, new LectureProgressLine(terminal, source.Name, clock)), argument) ? 0 : 1;
            }
        }
        catch (ModelException error)
        {
            terminal.Fail(model ?? "the model catalog", error.Message);
            return ExitCodes.Setup;
        }
        catch (OperationCanceledException)
        {
            terminal.Say(isResumable ? "Stopped. The same command goes on from here." : "Stopped.");
            return ExitCodes.Interrupted;
        }
        finally
        {
            terminal.Clear();
        }

        if (failed > 0 && arguments.Count > 1)
            terminal.Say($"{arguments.Count - failed} of {arguments.Count} recordings are done, {failed} failed.");
        return failed > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private bool TryParse(string argument, [NotNullWhen(true)] out LectureSource? source)
    {
        try
        {
            source = LectureSource.Parse(argument, clock);
            return true;
        }
        catch (LectureException error)
        {
            terminal.Fail(argument, error.Message);
            source = null;
            return false;
        }
    }

    private async Task<bool> TryRunAsync(Func<Task> work, string argument)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception error) when (error is AudioException or LectureException or IOException or UnauthorizedAccessException)
        {
            terminal.Fail(argument, error.Message);
            return false;
        }
    }
}
