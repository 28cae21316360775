using System.Threading.Channels;
using Lectern.Inference;
using Lectern.Inference.Catalog;
using Lectern.Inference.Speech;
using Lectern.Inference.Transcription;
using Lectern.Models;
using Lectern.Sessions;

namespace Lectern.Captions;

/// <summary>Writes captions beside the transcription of a recording that is being made, and tells the session.</summary>
/// <remarks>
/// Looks at the newest sound twice a second at most, so that a machine which only listens is not always at work; where a look takes longer, the next one
/// is at what is newest then.
/// What goes wrong here costs captions, never the transcript.
/// </remarks>
/// <param name="epoch">The epoch of the run.</param>
/// <param name="session">Who is told.</param>
/// <param name="transcript">The model of the transcript; not owned.</param>
/// <param name="resources">What all runs share.</param>
/// <param name="isAtEnd">Whether all sound that has arrived was read: else there is no time for captions.</param>
internal sealed class CaptionRun(int epoch, ILectureSession session, SpeechModels transcript, RunResources resources, Func<bool> isAtEnd) : IAsyncDisposable
{
    // Windows that have ended and are being decoded as a whole stay on the screen until they are in the transcript.
    private const int MostEnded = 4;
    private const long Step = SampleClock.Rate / 2;

    private readonly Channel<AudioWindow?> _newest = Channel.CreateBounded<AudioWindow?>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<IReadOnlyList<CaptionLine>> _ended = [];
    private IReadOnlyList<CaptionLine> _open = [];
    private int _window = -1;
    private long _seen;
    private Task _work = Task.CompletedTask;

    /// <summary>Starts.</summary>
    internal void Start() => _work = Task.Run(RunAsync);

    /// <summary>Takes the window that is open, from the thread that plans.</summary>
    internal void Look(WindowPlanner planner)
    {
        if (planner.EndSample - _seen < Step || !isAtEnd())
            return;
        _seen = planner.EndSample;
        _newest.Writer.TryWrite(planner.Peek());
    }

    /// <summary>Ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await using var fast = await RentFastAsync();
            var writer = new CaptionWriter(transcript.Transcriber, fast?.Model.Transcriber ?? transcript.Transcriber);
            await foreach (var window in _newest.Reader.ReadAllAsync(_stop.Token))
            {
                if (window is not null)
                    await session.CaptionAsync(epoch, Write(writer, window));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The recording has ended.
        }
        catch (Exception error)
        {
            resources.Log.CaptionsFailed(error, session.GetPrimaryKey());
        }
    }

    private async Task<ModelLease<SpeechModels>?> RentFastAsync()
    {
        try
        {
            return await resources.Models.RentAsync(resources.Options.CaptionModel, _stop.Token);
        }
        catch (ModelException error)
        {
            resources.Log.CaptionModelMissing(error, resources.Options.CaptionModel);
            return null;
        }
    }

    private LectureCaption Write(CaptionWriter writer, AudioWindow window)
    {
        if (window.Index != _window)
        {
            _ended.Enqueue(_open);
            if (_ended.Count > MostEnded)
                _ended.Dequeue();
            _window = window.Index;
        }

        _open = writer.Write(window, _stop.Token);
        return new LectureCaption(window.EndSample, [.. _ended.SelectMany(lines => lines), .. _open]);
    }
}
