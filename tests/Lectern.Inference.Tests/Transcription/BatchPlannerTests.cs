using CsCheck;
using Lectern.Inference.Speech;
using Lectern.Inference.Transcription;

namespace Lectern.Inference.Tests.Transcription;

public sealed class BatchPlannerTests
{
    private const int Second = SampleClock.Rate;

    [Fact]
    public void No_windows_make_no_batch() => Assert.Null(new BatchPlanner().Finish());

    [Fact]
    public void First_batch_is_small_and_later_ones_are_full()
    {
        var batches = Plan([.. Enumerable.Repeat(10, 30)]);

        Assert.Equal(2, batches[0].Count);
        Assert.Equal(3, batches[1].Count);
        Assert.Equal(3, batches[2].Count);
    }

    [Fact]
    public void Many_short_windows_are_not_all_put_into_one_batch()
    {
        var batches = Plan([.. Enumerable.Repeat(1, 40)]);

        Assert.All(batches, batch => Assert.InRange(batch.Count, 1, 12));
    }

    [Fact]
    public void Batches_hold_all_windows_in_order_and_are_the_same_each_time() =>
        Gen.Int[1, 30].Array[0, 60].Sample(seconds =>
        {
            var batches = Plan(seconds);

            Assert.Equal(Enumerable.Range(0, seconds.Length), batches.SelectMany(batch => batch).Select(window => window.Index));
            Assert.All(batches, Assert.NotEmpty);
            Assert.Equal(batches.Select(batch => batch.Count), Plan(seconds).Select(batch => batch.Count));
        });

    private static List<IReadOnlyList<AudioWindow>> Plan(int[] seconds)
    {
        var planner = new BatchPlanner();
        var batches = new List<IReadOnlyList<AudioWindow>>();
        for (var i = 0; i < seconds.Length; i++)
        {
            var window = new AudioWindow { Index = i, StartSample = i * 30L * Second, Samples = Silence[seconds[i]], Speech = [] };
            if (planner.Add(window) is { } batch)
                batches.Add(batch);
        }

        if (planner.Finish() is { } rest)
            batches.Add(rest);
        return batches;
    }

    private static readonly float[][] Silence = [.. Enumerable.Range(0, 31).Select(length => new float[length * Second])];
}
