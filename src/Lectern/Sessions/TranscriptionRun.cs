using System.Runtime.CompilerServices;
using Lectern.Captions;
using Lectern.Data;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Lectern.Inference.Catalog;
using Lectern.Inference.Speech;
using Lectern.Inference.Transcription;
using Lectern.Models;

namespace Lectern.Sessions;

/// <summary>One run of a lecture's transcription, from the first byte to the last or to whatever stops it. Runs off the session's turn and tells it all.</summary>
/// <remarks>
/// It waits for bytes, then for its turn, then for the model. Where the upload is slower than the transcription, the turn goes to others
/// while there is nothing to do. The audio is decoded from its start each time; batches that are finished are not transcribed again.
/// </remarks>
/// <param name="lecture">The lecture, with the epoch of the run.</param>
/// <param name="done">Batches that earlier runs have finished.</param>
/// <param name="arriving">How much of the audio is there.</param>
/// <param name="session">Who is told.</param>
/// <param name="resources">What all runs share.</param>
internal sealed class TranscriptionRun(LectureRow lecture, IReadOnlyList<TranscribedBatch> done, ArrivingAudio arriving, ILectureSession session, RunResources resources)
    : IAsyncDisposable
{
    private static readonly WindowOptions Windows = new();

    // A pause between two packets of an upload is no reason to let others go first.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A decoder and a detector are kept no longer for an upload that stands still.
    private static readonly TimeSpan ParkTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(0.4);

    // Captions are for whoever listens at this moment; a recorder that catches up after a lost connection needs none of what is long said.
    private static readonly long MostBehind = LiveWave.SampleBytes * SampleClock.ToSample(TimeSpan.FromSeconds(1.5));

    private readonly ArrivingStream _bytes = new(arriving, resources.Audio.OpenRead(lecture.Id));
    private RunProgress _progress = new(LectureStage.Receiving, Place: 0, TimeSpan.Zero, Duration: null, ModelShare: null);
    private IDisposable? _turn;
    private TimeSpan? _duration;
    private bool _isLive;
    private bool _isParked;
    private long _told;

    /// <summary>Transcribes.</summary>
    /// <param name="cancellation">Stops between two operations of the network.</param>
    /// <returns>A task that fails only where the session cannot be reached: it is told what went wrong.</returns>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await TranscribeAsync(stop);
        }
        catch (OperationCanceledException) when (_isParked)
        {
            await session.ParkAsync(lecture.Epoch);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever cancelled knows.
        }
        catch (Exception error) when (error is AudioException or ModelException or LectureException)
        {
            await FailAsync(error, error.Message);
        }
        catch (Exception error)
        {
            await FailAsync(error, "The transcription stopped for a reason that the program does not know; what was finished is kept. Try again. If it stops at the same place, the server's log says more.");
        }
        finally
        {
            EndTurn();
        }
    }

    /// <summary>Closes the audio.</summary>
    public ValueTask DisposeAsync() => _bytes.DisposeAsync();

    private async Task TranscribeAsync(CancellationTokenSource stop)
    {
        var cancellation = stop.Token;
        await arriving.WhenBeyondAsync(0, cancellation);
        _isLive = await IsLiveAsync(cancellation);
        var needsWholeFile = !_isLive && await NeedsWholeFileAsync(cancellation);
        if (needsWholeFile)
            await arriving.WhenCompleteAsync(cancellation);
        await TakeTurnAsync(cancellation);
        await using var models = await RentAsync(cancellation);
        _duration = arriving.IsComplete ? await ProbeAsync(cancellation) : null;
        Tell(_progress with { Stage = LectureStage.Transcribing, ModelShare = null, Duration = _duration });

        using var waveform = new WaveformFile(resources.Audio.WaveformOf(lecture.Id));
        var chunks = InTurnAsync(Decode(needsWholeFile, cancellation), waveform, stop);
        await using var captions = _isLive ? StartCaptions(models.Model) : null;
        var transcriber = new StreamTranscriber(models.Model.Transcriber, models.Model.Detector, Windows) { Live = captions is null ? null : captions.Look };
        await foreach (var batch in transcriber.TranscribeAsync(chunks, done, Heard, cancellation))
        {
            // What an earlier run has finished comes back as the same object.
            if (batch.Index < done.Count && ReferenceEquals(batch, done[batch.Index]))
                continue;
            resources.Log.BatchDecoded(lecture.Id, batch.Index);
            if (!await session.SaveBatchAsync(lecture.Epoch, batch))
                return;
        }

        await session.FinishTranscriptAsync(lecture.Epoch, SampleClock.ToSample(_progress.Heard));
    }

    private IAsyncEnumerable<PcmChunk> Decode(bool needsWholeFile, CancellationToken cancellation)
    {
        if (_isLive)
            return LiveWave.ReadAsync(_bytes, resources.Options.MaxDuration, cancellation);
        var decoder = new AudioDecoder(new AudioDecoderOptions { MaxDuration = resources.Options.MaxDuration });
        return needsWholeFile
            ? decoder.DecodeFileAsync(resources.Audio.RecordingOf(lecture.Id), lecture.FileName, cancellation)
            : decoder.DecodeAsync(_bytes, lecture.FileName, cancellation);
    }

    private CaptionRun StartCaptions(SpeechModels models)
    {
        var captions = new CaptionRun(lecture.Epoch, session, models, resources, () => !arriving.IsComplete && arriving.Length - _bytes.Position <= MostBehind);
        captions.Start();
        return captions;
    }

    private async Task<bool> IsLiveAsync(CancellationToken cancellation)
    {
        await using var head = new ArrivingStream(arriving, resources.Audio.OpenRead(lecture.Id));
        return await LiveWave.IsAsync(head, cancellation);
    }

    private async Task<bool> NeedsWholeFileAsync(CancellationToken cancellation)
    {
        await using var head = new ArrivingStream(arriving, resources.Audio.OpenRead(lecture.Id));
        return await AudioDecoder.NeedsWholeFileAsync(head, cancellation);
    }

    private async Task<ModelLease<SpeechModels>> RentAsync(CancellationToken cancellation)
    {
        var loading = resources.Models.RentAsync(lecture.Model, cancellation);
        while (!loading.IsCompleted)
        {
            Tell(_progress with { Stage = LectureStage.LoadingModel, ModelShare = resources.Models.FetchedShare });
            await Task.WhenAny(loading, Task.Delay(Rhythm, resources.Clock, cancellation));
        }

        return await loading;
    }

    /// <summary>Returns how long the recording says it is; null where it does not, or cannot be read, which decoding will explain better.</summary>
    private async Task<TimeSpan?> ProbeAsync(CancellationToken cancellation)
    {
        try
        {
            return (await new AudioProbe().ProbeFileAsync(resources.Audio.RecordingOf(lecture.Id), cancellation)).Duration;
        }
        catch (AudioException)
        {
            return null;
        }
    }

    /// <summary>Hands chunks on while the run has its turn, which it gives up while no bytes come.</summary>
    private async IAsyncEnumerable<PcmChunk> InTurnAsync(
        IAsyncEnumerable<PcmChunk> chunks, WaveformFile waveform, CancellationTokenSource stop, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var enumerator = chunks.GetAsyncEnumerator(cancellation);
        while (true)
        {
            var next = enumerator.MoveNextAsync().AsTask();
            if (_turn is not null && !await ComesSoonAsync(next, cancellation))
            {
                EndTurn();
                Tell(_progress with { Stage = LectureStage.Receiving });
                await ParkUnlessAsync(next, stop);
            }

            var isThere = await next;
            if (_turn is null)
            {
                // Also after the last chunk: the batches that remain are decoded then.
                await TakeTurnAsync(cancellation);
                Tell(_progress with { Stage = LectureStage.Transcribing });
            }

            if (!isThere)
                yield break;
            waveform.Add(enumerator.Current);
            yield return enumerator.Current;
        }
    }

    private async Task<bool> ComesSoonAsync(Task next, CancellationToken cancellation)
    {
        await Task.WhenAny(next, arriving.WhenStarving);
        if (!next.IsCompleted)
            await Task.WhenAny(next, Task.Delay(Patience, resources.Clock, cancellation));
        return next.IsCompleted || !arriving.WhenStarving.IsCompleted;
    }

    private async Task ParkUnlessAsync(Task next, CancellationTokenSource stop)
    {
        await Task.WhenAny(next, Task.Delay(ParkTime, resources.Clock, stop.Token));
        if (next.IsCompleted || stop.IsCancellationRequested || !arriving.WhenStarving.IsCompleted)
            return;
        _isParked = true;
        await stop.CancelAsync();
    }

    private async Task TakeTurnAsync(CancellationToken cancellation)
    {
        _turn = _isLive
            ? TranscriptionTurns.EnterLive()
            : await resources.Queue.EnterAsync(lecture.OwnerId, place => Tell(_progress with { Stage = LectureStage.Waiting, Place = place }), cancellation);
        _progress = _progress with { Place = 0 };
    }

    private void EndTurn()
    {
        _turn?.Dispose();
        _turn = null;
    }

    private void Heard(TimeSpan heard)
    {
        var estimate = _duration;
        if (estimate is null && (arriving.IsComplete ? arriving.Length : lecture.UploadLength) is { } total && _bytes.Position > 0)
            estimate = heard * Math.Max(1, (double)total / _bytes.Position);
        Tell(_progress with { Heard = heard, Duration = estimate });
    }

    private void Tell(RunProgress progress)
    {
        var isNews = progress.Stage != _progress.Stage || progress.Place != _progress.Place;
        _progress = progress;
        if (!isNews && _told != 0 && resources.Clock.GetElapsedTime(_told) < Rhythm)
            return;
        _told = resources.Clock.GetTimestamp();
        session.ReportAsync(lecture.Epoch, progress).Ignore();
    }

    private Task FailAsync(Exception error, string message)
    {
        resources.Log.RunFailed(error, lecture.Id);
        return session.FailAsync(lecture.Epoch, message);
    }
}
