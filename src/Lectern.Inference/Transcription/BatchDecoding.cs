using System.Threading.Channels;
using Lectern.Inference.Models;
using Lectern.Inference.Speech;

namespace Lectern.Inference.Transcription;

/// <summary>Decodes batches on all cores and hands them out in the order in which they were started.</summary>
/// <remarks>One thread starts batches, another reads them. Not the owner of the model.</remarks>
internal sealed class BatchDecoding(MoonshineTranscriber transcriber, IReadOnlyList<TranscribedBatch> done, CancellationToken cancellation) : IDisposable
{
    private const int MostWorkers = 8;
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, MostWorkers);

    private readonly Channel<Task<TranscribedBatch>> _started = Channel.CreateBounded<Task<TranscribedBatch>>(Workers);
    private readonly SemaphoreSlim _free = new(Workers);
    private readonly List<Task> _running = [];
    private int _count;

    /// <summary>Gets the batches in order, each a task that ends when the batch is decoded.</summary>
    internal ChannelReader<Task<TranscribedBatch>> Started => _started.Reader;

    /// <summary>Starts a batch as soon as a core is free, or takes it from an earlier run's.</summary>
    internal async Task StartAsync(IReadOnlyList<AudioWindow> windows)
    {
        var index = _count++;
        if (index < done.Count && done[index].Windows.SequenceEqual(windows.Select(RangeOf)))
        {
            await _started.Writer.WriteAsync(Task.FromResult(done[index]), cancellation);
            return;
        }

        await _free.WaitAsync(cancellation);
        var work = Task.Run(() => Decode(index, windows), CancellationToken.None);
        _running.RemoveAll(task => task.IsCompleted);
        _running.Add(work);
        await _started.Writer.WriteAsync(work, cancellation);
    }

    /// <summary>Says that no more batches come, and why, when it is for a failure.</summary>
    internal void Complete(Exception? failure) => _started.Writer.Complete(failure);

    /// <summary>Waits until no batch is being decoded; to be called when no more are started. Failures are the readers' matter.</summary>
    internal async Task WhenIdleAsync()
    {
        foreach (var work in _running)
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private TranscribedBatch Decode(int index, IReadOnlyList<AudioWindow> windows)
    {
        try
        {
            var texts = transcriber.Transcribe(windows, cancellation);
            return new TranscribedBatch
            {
                Index = index,
                Windows = [.. windows.Select(RangeOf)],
                Segments = [.. windows.Zip(texts).SelectMany(pair => SentenceTiming.Split(pair.First, pair.Second))],
            };
        }
        finally
        {
            _free.Release();
        }
    }

    private static SpeechSpan RangeOf(AudioWindow window) => new(window.StartSample, window.EndSample);
}
