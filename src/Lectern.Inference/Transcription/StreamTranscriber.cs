using System.Runtime.CompilerServices;
using Lectern.Inference.Audio;
using Lectern.Inference.Models;
using Lectern.Inference.Speech;

namespace Lectern.Inference.Transcription;

/// <summary>Transcribes a stream of audio: detection and planning run ahead while earlier batches are decoded on the other cores.</summary>
/// <remarks>
/// At most a batch a core is in work and as many wait, so memory does not grow with the recording. Thread-safe: each call is a run of its own.
/// </remarks>
/// <param name="transcriber">The speech model; not owned.</param>
/// <param name="detector">The speech detector's network; not owned.</param>
/// <param name="options">How the stream is cut into windows.</param>
public sealed class StreamTranscriber(MoonshineTranscriber transcriber, SileroModel detector, WindowOptions options)
{
    /// <summary>Gets who is shown the window that is still open, after each chunk of a recording that is being made: then each window is a batch of its own.</summary>
    /// <remarks>Null for a recording that is there; the default. Called on another thread; must return soon. To be set for all runs of a recording or for none.</remarks>
    public Action<WindowPlanner>? Live { get; init; }

    /// <summary>Transcribes one recording.</summary>
    /// <param name="audio">The recording's chunks, in order and without gaps, from sample 0.</param>
    /// <param name="done">Batches that an earlier run of the same recording, model and options has finished, in order; they are not decoded again.</param>
    /// <param name="heard">Told after each chunk how far the recording has been read; called on another thread.</param>
    /// <param name="cancellation">Stops between two operations of the network.</param>
    /// <returns>All batches in order, those of <paramref name="done"/> first, each as soon as it and all before it are finished.</returns>
    /// <exception cref="AudioException">The recording cannot be decoded; what came before the defect has been returned.</exception>
    /// <exception cref="ModelException">The model failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async IAsyncEnumerable<TranscribedBatch> TranscribeAsync(
        IAsyncEnumerable<PcmChunk> audio,
        IReadOnlyList<TranscribedBatch> done,
        Action<TimeSpan> heard,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var decoding = new BatchDecoding(transcriber, done, stop.Token);
        var reading = Task.Run(() => ReadAsync(audio, heard, decoding, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in decoding.Started.ReadAllAsync(cancellation))
                yield return await batch;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;

            // The model must not be disposed under work that nobody waits for any more.
            await decoding.WhenIdleAsync();
        }
    }

    /// <summary>Reads windows and starts their decoding; a failure travels through the channel to whoever reads the batches.</summary>
    private async Task ReadAsync(IAsyncEnumerable<PcmChunk> audio, Action<TimeSpan> heard, BatchDecoding decoding, CancellationToken cancellation)
    {
        var planner = new BatchPlanner(Live is not null);
        Exception? failure = null;
        try
        {
            await foreach (var window in new SpeechWindows(detector, options).ReadAsync(audio, heard, cancellation, Live))
            {
                if (planner.Add(window) is { } windows)
                    await decoding.StartAsync(windows);
            }
        }
        catch (AudioException damaged)
        {
            failure = damaged;
        }
        catch (Exception error)
        {
            decoding.Complete(error);
            return;
        }

        try
        {
            // What was heard before a defect is transcribed all the same.
            if (planner.Finish() is { } rest)
                await decoding.StartAsync(rest);
            decoding.Complete(failure);
        }
        catch (OperationCanceledException cancelled)
        {
            decoding.Complete(cancelled);
        }
    }
}
