using System.Diagnostics;
using System.Text.Json;
using Lectern.Bench.Memory;
using Lectern.Inference;
using Lectern.Inference.Audio;

namespace Lectern.Bench.Captions;

/// <summary>Records as a browser does: a piece each quarter of a second, while it listens to the captions.</summary>
/// <param name="browser">The browser's workspace.</param>
/// <param name="sound">The sound: 16-bit mono PCM at 16 kHz.</param>
internal sealed class RealTimeRecorder(BenchBrowser browser, byte[] sound)
{
    private static readonly TimeSpan PieceTime = TimeSpan.FromSeconds(0.25);

    private readonly List<CaptionLook> _looks = [];
    private readonly List<SpokenSegment> _segments = [];
    private readonly Stopwatch _watch = new();
    private TimeSpan _textAt;

    /// <summary>Records from the first sample to the last, and waits for the notes.</summary>
    internal async Task<CaptionTrace> RunAsync(CancellationToken cancellation)
    {
        var upload = await browser.BeginAsync("Recording.wav", length: null, cancellation);
        await browser.SendAsync(upload, 0, LiveWave.Header.ToArray(), isLast: false, cancellation);
        var listening = ListenAsync(Guid.Parse(upload.ToString().Split('/')[^1]), cancellation);
        _watch.Start();
        await SendAsync(upload, cancellation);
        var stopped = _watch.Elapsed;
        await listening;
        return new CaptionTrace(_looks, _segments, (_textAt - stopped, _watch.Elapsed - stopped));
    }

    private async Task SendAsync(Uri upload, CancellationToken cancellation)
    {
        var pieceBytes = LiveWave.SampleBytes * (int)SampleClock.ToSample(PieceTime);
        using var timer = new PeriodicTimer(PieceTime);
        for (var sent = 0; sent < sound.Length;)
        {
            await timer.WaitForNextTickAsync(cancellation);
            // Where the last request took long, all that was spoken meanwhile goes out at once, as it would.
            var spoken = (int)Math.Min(sound.Length, (long)(_watch.Elapsed / PieceTime) * pieceBytes);
            if (spoken == sent)
                continue;
            await browser.SendAsync(upload, LiveWave.HeaderBytes + sent, sound.AsMemory(sent..spoken), isLast: spoken == sound.Length, cancellation);
            sent = spoken;
        }
    }

    private async Task ListenAsync(Guid lecture, CancellationToken cancellation)
    {
        await foreach (var item in browser.ListenAsync(lecture, cancellation))
        {
            var data = JsonElement.Parse(item.Data);
            switch (item.EventType)
            {
                case "segments":
                    Take(data);
                    _textAt = _watch.Elapsed;
                    break;
                case "provisional":
                    var heard = TimeSpan.FromSeconds(data.GetProperty("heard").GetDouble());
                    _looks.Add(new CaptionLook(_watch.Elapsed, heard, _segments.Sum(segment => segment.Words) + SpokenSegment.CountOf(data.GetProperty("text").GetString()!)));
                    break;
            }
        }
    }

    private void Take(JsonElement data)
    {
        var from = data.GetProperty("from").GetInt32();
        _segments.RemoveRange(from, _segments.Count - from);
        foreach (var segment in data.GetProperty("segments").EnumerateArray())
        {
            _segments.Add(new SpokenSegment(
                TimeSpan.FromSeconds(segment.GetProperty("start").GetDouble()), TimeSpan.FromSeconds(segment.GetProperty("end").GetDouble()), segment.GetProperty("text").GetString()!));
        }

        if (_segments.Count > 0)
            _looks.Add(new CaptionLook(_watch.Elapsed, _segments[^1].End, _segments.Sum(segment => segment.Words)));
    }
}
