using System.Net;
using Lectern.Data;
using Lectern.Tests.Ingest;

namespace Lectern.Tests.Crash;

/// <summary>A data folder, and a browser that uploads to whatever server lives on it.</summary>
/// <param name="dataFolder">The folder.</param>
/// <param name="recordings">What is uploaded.</param>
/// <param name="seed">Decides sizes, pauses and deaths.</param>
internal sealed class CrashRun(string dataFolder, IReadOnlyList<CrashRecording> recordings, int seed)
{
    // Rounds without any progress after which a lecture counts as stuck: a minute, since the machine may be busy with other tests.
    private const int Stuck = 300;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan BatchTime = TimeSpan.FromSeconds(20);

    private readonly Random _random = new(seed);
    private readonly CookieContainer _cookies = new();
    private readonly List<CrashUpload> _uploads = [];
    private readonly CrashState _state = new(new DataLayout(dataFolder));
    private HashSet<(Guid Lecture, int Batch)> _saved = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Gets the uploads so far.</summary>
    internal IReadOnlyList<CrashUpload> Uploads => _uploads;

    /// <summary>Gets what the data folder holds.</summary>
    internal CrashState State => _state;

    /// <summary>Gets how many of the deaths were met by an unfinished upload, and by an unfinished transcription.</summary>
    internal (int Uploading, int Transcribing) Deaths { get; private set; }

    /// <summary>Lets a server live until it is killed at a random moment; meanwhile there is always something to upload or to transcribe.</summary>
    internal async Task LiveAndDieAsync()
    {
        await using var server = CrashServer.Start(dataFolder);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var work = UploadForeverAsync(server, stop.Token);
        var death = UntilDeathAsync(server, stop.Token);
        await Task.WhenAny(work, death);
        Assert.True(server.IsAlive, $"The server ended by itself:\n{server.Output}");
        await server.KillAsync();
        await stop.CancelAsync();
        await EndAsync(work, server);
        await EndAsync(death, server);
        await CheckAsync(server);
        var lectures = await _state.LecturesAsync();
        Deaths = (
            Deaths.Uploading + (_uploads.Exists(upload => !upload.IsSent) ? 1 : 0),
            Deaths.Transcribing + (lectures.Values.Any(lecture => lecture.Stage is not (LectureStage.Done or LectureStage.Receiving)) ? 1 : 0));
    }

    /// <summary>Lets a server live until all is done.</summary>
    /// <param name="isFirst">Whether each recording is to be uploaded once more.</param>
    internal async Task LiveAsync(bool isFirst)
    {
        if (isFirst)
            AddUploads();
        await using var server = CrashServer.Start(dataFolder);
        await UploadAsync(server, Cancellation);
        await UntilDoneAsync(server, Cancellation);
        // Whoever says nothing of what it decodes cannot be caught decoding it twice.
        if (isFirst)
            Assert.NotEmpty(server.Decoded);
        await CheckAsync(server);
    }

    private void AddUploads() => _uploads.AddRange(recordings.Select(recording => new CrashUpload(recording, _random.Next())));

    private async Task UploadForeverAsync(CrashServer server, CancellationToken stop)
    {
        while (true)
        {
            await UploadAsync(server, stop);
            await UntilDoneAsync(server, stop);
            AddUploads();
        }
    }

    private async Task UploadAsync(CrashServer server, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = await server.Address.WaitAsync(stop) };
        if (_cookies.Count == 0)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
            using var response = await http.SendAsync(request, stop);
            response.EnsureSuccessStatusCode();
        }

        // The port is another in every life; cookies do not mind.
        await Task.WhenAll(_uploads.Where(upload => !upload.IsSent).ToList().ConvertAll(upload => upload.SendAsync(new TusClient(http), stop)));
    }

    private async Task UntilDoneAsync(CrashServer server, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Rhythm);
        var (last, still) = ("", 0);
        while (true)
        {
            var lectures = await _state.LecturesAsync();
            var mine = _uploads.ConvertAll(upload => lectures[upload.LectureId!.Value]);
            Assert.All(mine, lecture => Assert.Null(lecture.Failure));
            if (mine.TrueForAll(lecture => lecture.Stage == LectureStage.Done))
                return;
            var now = string.Join(' ', mine.Select(lecture => $"{lecture.Stage} {lecture.DoneSamples}"));
            still = string.Equals(now, last, StringComparison.Ordinal) ? still + 1 : 0;
            last = now;
            Assert.True(still < Stuck, $"Nothing has happened for {Stuck * Rhythm}: {now}\n{server.Output}");
            if (!server.IsAlive)
                throw new IOException($"The server ended:\n{server.Output}");
            await timer.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>Ends at a random moment: while the server starts, while it works, or just when it has decoded a batch and is about to save it.</summary>
    private async Task UntilDeathAsync(CrashServer server, CancellationToken stop)
    {
        switch (_random.Next(4))
        {
            case 0:
                await Task.Delay(_random.Next(2_500), stop);
                break;
            case 1:
                await server.Address.WaitAsync(stop);
                await server.NextBatchAsync(BatchTime, stop);
                await Task.Delay(_random.Next(40), stop);
                break;
            default:
                await server.Address.WaitAsync(stop);
                await Task.Delay(_random.Next(5_000), stop);
                break;
        }
    }

    /// <summary>Waits for the browser to notice that its server is gone; whatever else it noticed is a failure.</summary>
    private static async Task EndAsync(Task work, CrashServer server)
    {
        try
        {
            await work;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            Cancellation.ThrowIfCancellationRequested();
            Assert.False(server.IsAlive);
        }
    }

    /// <summary>No finished batch was lost, and none was decoded again.</summary>
    private async Task CheckAsync(CrashServer server)
    {
        Assert.Empty(server.Decoded.Intersect(_saved));
        var saved = await _state.BatchesAsync();
        Assert.Empty(_saved.Except(saved));
        _saved = saved;
    }
}
