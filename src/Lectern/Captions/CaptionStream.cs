using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Lectern.Data;
using Lectern.Inference;
using Lectern.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Captions;

/// <summary>What a listener of a lecture is told, as events: the transcript as it grows, the words beyond it, and where the work stands.</summary>
/// <remarks>One listener. Who comes back says how many segments it has, and is sent the others.</remarks>
/// <param name="databases">The database.</param>
/// <param name="grains">The sessions.</param>
/// <param name="clock">The clock.</param>
/// <param name="lectureId">The lecture; whoever listens may.</param>
internal sealed class CaptionStream(IDbContextFactory<LecternDb> databases, IGrainFactory grains, TimeProvider clock, Guid lectureId)
{
    // A word at least as often, so that a connection that is dead is found out.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private LectureProgress? _progress;
    private LectureCaption _caption = new(0, []);
    private int _segments;
    private string _stage = "";
    private string _provisional = "";

    /// <summary>Returns the events until the lecture needs nobody to listen any more.</summary>
    /// <param name="segments">How many segments the listener has.</param>
    /// <param name="cancellation">The listener has gone.</param>
    internal async IAsyncEnumerable<SseItem<string>> ReadAsync(int segments, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _segments = segments;
        await using var watch = await LectureWatch.StartAsync(grains, clock, lectureId, HearAsync, HearAsync);
        while (!cancellation.IsCancellationRequested)
        {
            if (Volatile.Read(ref _progress) is { } progress)
            {
                if (progress.Segments != _segments)
                    yield return await NewSegmentsAsync(progress, cancellation);
                if (Changed(ref _provisional, Caption(progress)))
                    yield return new SseItem<string>(_provisional, "provisional");
                if (Changed(ref _stage, Stage(progress)))
                    yield return new SseItem<string>(_stage, "stage");
                if (!progress.IsActive || progress.IsDeleted)
                    yield break;
            }

            if (!await HasNewsAsync(cancellation))
                _stage = "";
        }
    }

    private static bool Changed(ref string last, string now)
    {
        var isNew = !string.Equals(last, now, StringComparison.Ordinal);
        last = now;
        return isNew;
    }

    private static string Stage(LectureProgress progress) =>
        JsonSerializer.Serialize(new StageJson(progress.Stage.ToString(), progress.Share is { } share ? 100 * share : null, progress.Failure), JsonSerializerOptions.Web);

    private static double Seconds(long sample) => SampleClock.ToTime(sample).TotalSeconds;

    private string Caption(LectureProgress progress)
    {
        var caption = Volatile.Read(ref _caption).Beyond(progress.Done);
        var lines = caption.Lines.Select(line => new ProvisionalLineJson(Seconds(line.StartSample), line.Text, line.IsSettled)).ToList();
        return JsonSerializer.Serialize(
            new ProvisionalJson(lines.Count == 0 ? progress.Done.TotalSeconds : lines[0].Start, string.Join(' ', lines.Select(line => line.Text)), lines, Seconds(caption.HeardSample)),
            JsonSerializerOptions.Web);
    }

    private async Task<SseItem<string>> NewSegmentsAsync(LectureProgress progress, CancellationToken cancellation)
    {
        // Fewer than before: the transcript was made anew.
        var from = progress.Segments < _segments ? 0 : _segments;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Segments.AsNoTracking()
            .Where(row => row.LectureId == lectureId && row.Index >= from)
            .OrderBy(row => row.Index)
            .ToListAsync(cancellation);
        _segments = from + rows.Count;
        var json = new SegmentsJson(from, [.. rows.Select(row => new SegmentJson(Seconds(row.StartSample), Seconds(row.EndSample), row.Text))]);
        return new SseItem<string>(JsonSerializer.Serialize(json, JsonSerializerOptions.Web), "segments") { EventId = $"{_segments}" };
    }

    private async Task<bool> HasNewsAsync(CancellationToken cancellation)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        beat.CancelAfter(Heartbeat);
        try
        {
            return await _news.Reader.ReadAsync(beat.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private Task HearAsync(LectureProgress progress)
    {
        Volatile.Write(ref _progress, progress);
        return TellAsync();
    }

    private Task HearAsync(LectureCaption caption)
    {
        if (caption.HeardSample < Volatile.Read(ref _caption).HeardSample)
            return Task.CompletedTask;
        Volatile.Write(ref _caption, caption);
        return TellAsync();
    }

    private Task TellAsync()
    {
        _news.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    private sealed record SegmentsJson(int From, IReadOnlyList<SegmentJson> Segments);

    private sealed record SegmentJson(double Start, double End, string Text);

    private sealed record ProvisionalJson(double Start, string Text, IReadOnlyList<ProvisionalLineJson> Lines, double Heard);

    private sealed record ProvisionalLineJson(double Start, string Text, bool IsSettled);

    private sealed record StageJson(string Stage, double? Percent, string? Failure);
}
