using System.Runtime.CompilerServices;
using Lectern.Inference.Audio;
using Lectern.Inference.Speech;
using Lectern.Inference.Tests.Models;
using Lectern.Inference.Transcription;

namespace Lectern.Inference.Tests.Transcription;

public sealed class StreamTranscriberTests
{
    private const int Second = SampleClock.Rate;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_goes_on_where_an_earlier_one_stopped_with_the_same_result()
    {
        using var transcriber = InstalledModels.LoadTiny();
        using var detector = InstalledModels.LoadSilero();
        var audio = await InstalledModels.HearAsync("dev/LJ001-0005.mp3", "dev/LJ001-0001.flac", "dev/LJ001-0007.flac", "dev/LJ001-0006.wav");
        var stream = new StreamTranscriber(transcriber, detector, new WindowOptions { MaxLength = TimeSpan.FromSeconds(8), MinLength = TimeSpan.FromSeconds(4) });

        var whole = await CollectAsync(stream, InstalledModels.Chunks(audio, Second), []);
        // What the earlier run wrote stands as it is, so a text of its own shows whether it was decoded again.
        var marked = whole[0] with { Segments = [whole[0].Segments[0] with { Text = "Written by the earlier run." }] };
        var resumed = await CollectAsync(stream, InstalledModels.Chunks(audio, 12_345), [marked]);
        var foreign = whole[0] with { Windows = [new SpeechSpan(1, 2)], Segments = [] };
        var restarted = await CollectAsync(stream, InstalledModels.Chunks(audio, Second), [foreign]);

        Assert.True(whole.Count > 1);
        Assert.Equal(Enumerable.Range(0, whole.Count), whole.Select(batch => batch.Index));
        Assert.Same(marked, resumed[0]);
        Assert.Equal(Segments(whole[1..]), Segments(resumed[1..]));
        Assert.Equal(Segments(whole), Segments(restarted));
        var segments = whole.SelectMany(batch => batch.Segments).ToList();
        Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.True(pair.First.EndSample <= pair.Second.StartSample));
        Assert.InRange(whole[^1].EndSample, segments[^1].EndSample, audio.Length);
    }

    [Fact]
    public async Task What_was_heard_before_a_defect_is_transcribed_and_then_the_defect_is_told()
    {
        using var transcriber = InstalledModels.LoadTiny();
        using var detector = InstalledModels.LoadSilero();
        var audio = await InstalledModels.HearAsync("dev/LJ001-0004.flac");
        var stream = new StreamTranscriber(transcriber, detector, new WindowOptions());
        var chunks = InstalledModels.Chunks([.. audio, .. new float[3 * Second]], Second, new AudioException("“talk.mp3” is damaged."));
        var batches = new List<TranscribedBatch>();

        var error = await Assert.ThrowsAsync<AudioException>(async () =>
        {
            await foreach (var batch in stream.TranscribeAsync(chunks, [], _ => { }, Cancellation))
                batches.Add(batch);
        });

        Assert.Equal("“talk.mp3” is damaged.", error.Message);
        Assert.NotEmpty(Assert.Single(batches).Segments);
    }

    [Fact]
    public async Task Recording_without_speech_gives_no_batches()
    {
        using var transcriber = InstalledModels.LoadTiny();
        using var detector = InstalledModels.LoadSilero();
        var stream = new StreamTranscriber(transcriber, detector, new WindowOptions());

        Assert.Empty(await CollectAsync(stream, InstalledModels.Chunks(new float[2 * Second], Second), []));
    }

    [Fact]
    public async Task Cancelled_run_ends_and_leaves_nothing_running()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var transcriber = InstalledModels.LoadTiny();
        using var detector = InstalledModels.LoadSilero();
        var speech = await InstalledModels.HearAsync("dev/LJ001-0004.flac");
        var endless = new EndlessRecording(speech);
        var stream = new StreamTranscriber(transcriber, detector, new WindowOptions());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var batch in stream.TranscribeAsync(endless.ReadAsync(source.Token), [], _ => { }, source.Token))
                await source.CancelAsync();
        });

        Assert.True(endless.WasLeft);
    }

    [Fact]
    public async Task Run_that_is_left_early_leaves_nothing_running()
    {
        using var transcriber = InstalledModels.LoadTiny();
        using var detector = InstalledModels.LoadSilero();
        var endless = new EndlessRecording(await InstalledModels.HearAsync("dev/LJ001-0004.flac"));
        var stream = new StreamTranscriber(transcriber, detector, new WindowOptions());

        await foreach (var batch in stream.TranscribeAsync(endless.ReadAsync(Cancellation), [], _ => { }, Cancellation))
        {
            Assert.Equal(0, batch.Index);
            break;
        }

        Assert.True(endless.WasLeft);
    }

    private static async Task<List<TranscribedBatch>> CollectAsync(StreamTranscriber stream, IAsyncEnumerable<PcmChunk> audio, IReadOnlyList<TranscribedBatch> done)
    {
        var batches = new List<TranscribedBatch>();
        await foreach (var batch in stream.TranscribeAsync(audio, done, _ => { }, Cancellation))
            batches.Add(batch);
        return batches;
    }

    private static List<(long Start, long End, string Text)> Segments(IEnumerable<TranscribedBatch> batches) =>
        [.. batches.SelectMany(batch => batch.Segments).Select(segment => (segment.StartSample, segment.EndSample, segment.Text))];

    /// <summary>Somebody says the same over and over, and never stops.</summary>
    private sealed class EndlessRecording(float[] speech)
    {
        public bool WasLeft { get; private set; }

        public async IAsyncEnumerable<PcmChunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                for (var start = 0L; ; start += speech.Length)
                {
                    await Task.Yield();
                    cancellation.ThrowIfCancellationRequested();
                    yield return new PcmChunk(start, speech);
                }
            }
            finally
            {
                WasLeft = true;
            }
        }
    }
}
