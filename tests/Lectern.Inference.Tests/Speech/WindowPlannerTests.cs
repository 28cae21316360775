using CsCheck;
using Lectern.Inference.Speech;

namespace Lectern.Inference.Tests.Speech;

public sealed class WindowPlannerTests
{
    private const int Frame = SileroDetector.FrameSamples;
    private const float Spoken = 0.9f;
    private const float Silent = 0.05f;

    private static readonly float[] Levels = [Spoken, Spoken, Silent, Silent, 0.4f, 0.6f];

    private static readonly WindowOptions Short = new()
    {
        MaxLength = Frames(60),
        MinLength = Frames(30),
        Pause = Frames(6),
        LongPause = Frames(16),
        Padding = Frames(3),
        MinSpeech = Frames(4),
    };

    [Fact]
    public void Silence_gives_nothing() => Assert.Empty(Plan(Run(Silent, 500)));

    [Fact]
    public void Click_gives_nothing() => Assert.Empty(Plan([.. Run(Silent, 50), .. Run(Spoken, 3), .. Run(Silent, 50)]));

    [Fact]
    public void Click_does_not_hide_the_speech_after_it()
    {
        var window = Assert.Single(Plan([.. Run(Silent, 20), .. Run(Spoken, 3), .. Run(Silent, 40), .. Run(Spoken, 10), .. Run(Silent, 20)]));

        Assert.Equal([new SpeechSpan(63 * Frame, 73 * Frame)], window.Speech);
        Assert.Equal(0, window.Index);
    }

    [Fact]
    public void Window_is_padded_before_and_after_its_speech()
    {
        var window = Assert.Single(Plan([.. Run(Silent, 20), .. Run(Spoken, 10), .. Run(Silent, 30)]));

        Assert.Equal((17 * Frame, 33 * Frame), (window.StartSample, window.EndSample));
        Assert.Equal([new SpeechSpan(20 * Frame, 30 * Frame)], window.Speech);
        Assert.Equal(SampleClock.ToTime(10 * Frame), window.SpeechDuration);
    }

    [Fact]
    public void Pause_ends_a_window_that_is_long_enough()
    {
        var windows = Plan([.. Run(Spoken, 12), .. Run(Silent, 6), .. Run(Spoken, 14), .. Run(Silent, 6), .. Run(Spoken, 10)]);

        Assert.Equal([35 * Frame, 48 * Frame], windows.Select(window => window.EndSample));
        Assert.Equal([2, 1], windows.Select(window => window.Speech.Count));
    }

    [Fact]
    public void Long_pause_ends_a_window_of_any_length()
    {
        var windows = Plan([.. Run(Spoken, 5), .. Run(Silent, 16), .. Run(Spoken, 5)]);

        Assert.Equal(2, windows.Count);
        Assert.Equal(8 * Frame, windows[0].EndSample);
    }

    [Fact]
    public void Window_without_an_early_end_is_cut_in_the_longest_pause_of_its_second_half()
    {
        var windows = Plan([.. Run(Spoken, 35), .. Run(Silent, 2), .. Run(Spoken, 3), .. Run(Silent, 5), .. Run(Spoken, 3), .. Run(Silent, 2), .. Run(Spoken, 30)]);

        Assert.InRange(windows[0].EndSample, 40 * Frame, 45 * Frame);
        Assert.Equal(windows[0].EndSample, windows[1].StartSample);
    }

    [Fact]
    public void Window_without_any_pause_is_cut_where_it_is_quietest()
    {
        var windows = Plan(Run(Spoken, 90), loudness: i => i is 44 or 45 or 46 ? 0.01f : 0.5f);

        Assert.InRange(windows[0].EndSample, 44 * Frame, 46 * Frame);
        Assert.Equal(90 * Frame, windows[^1].EndSample);
    }

    [Fact]
    public void Short_rest_of_speech_behind_a_cut_is_not_taken_for_a_click()
    {
        var windows = Plan([.. Run(Spoken, 60), .. Run(Silent, 40)], loudness: i => i == 58 ? 0.01f : 0.5f);

        Assert.Equal(60 * Frame, windows.Sum(window => window.Speech.Sum(span => span.Length)));
    }

    [Fact]
    public void Frame_between_the_thresholds_is_what_the_one_before_it_was()
    {
        var window = Assert.Single(Plan([.. Run(Silent, 5), .. Run(0.4f, 5), .. Run(Spoken, 5), .. Run(0.4f, 5), .. Run(Silent, 5)]));

        Assert.Equal([new SpeechSpan(10 * Frame, 20 * Frame)], window.Speech);
    }

    [Fact]
    public void What_the_last_frame_was_filled_up_with_is_cut_off()
    {
        var planner = new WindowPlanner(Short);
        for (var i = 0; i < 10; i++)
            Assert.Null(planner.Add(new float[Frame], Spoken));

        var window = planner.Finish((10 * Frame) - 100);

        Assert.NotNull(window);
        Assert.Equal((10 * Frame) - 100, window.EndSample);
        Assert.Equal([new SpeechSpan(0, (10 * Frame) - 100)], window.Speech);
    }

    [Fact]
    public void Windows_are_in_order_within_their_length_and_hold_their_speech() =>
        Probabilities.Sample(probabilities =>
        {
            var windows = Plan(probabilities, loudness: i => i % 97 / 100f);

            Assert.Equal(Enumerable.Range(0, windows.Count), windows.Select(window => window.Index));
            Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.True(pair.First.EndSample <= pair.Second.StartSample));
            Assert.All(windows, window =>
            {
                Assert.InRange(window.StartSample, 0, window.EndSample - 1);
                Assert.InRange(window.EndSample, 1, probabilities.Length * Frame);
                Assert.InRange(window.Samples.Length, 1, 60 * Frame);
                Assert.NotEmpty(window.Speech);
                Assert.All(window.Speech, span => Assert.True(span.StartSample >= window.StartSample && span.EndSample <= window.EndSample && span.Length > 0));
                Assert.All(window.Speech.Zip(window.Speech.Skip(1)), pair => Assert.True(pair.First.EndSample < pair.Second.StartSample));
                Assert.Equal(window.StartSample / Frame % 97 / 100f, window.Samples[0]);
                Assert.Equal((window.EndSample - 1) / Frame % 97 / 100f, window.Samples[^1]);
            });
        });

    [Fact]
    public void Clear_speech_is_never_lost() =>
        Probabilities.Sample(probabilities =>
        {
            var spans = Plan(probabilities, loudness: i => i % 97 / 100f).SelectMany(window => window.Speech).ToList();

            foreach (var frame in ClearFrames(probabilities, leastFrames: 4))
                Assert.Contains(spans, span => span.StartSample <= frame * Frame && span.EndSample >= (frame + 1) * Frame);
        });

    // Runs of like frames, as a detector gives them: speech, silence, and what lies between the thresholds.
    private static Gen<float[]> Probabilities =>
        Gen.Select(Gen.Int[0, Levels.Length - 1], Gen.Int[1, 40]).Array[0, 25]
            .Select(runs => runs.SelectMany(run => Run(Levels[run.Item1], run.Item2)).ToArray());

    private static IEnumerable<int> ClearFrames(float[] probabilities, int leastFrames)
    {
        var start = 0;
        for (var i = 0; i <= probabilities.Length; i++)
        {
            if (i < probabilities.Length && probabilities[i] >= Short.SpeechThreshold)
                continue;
            if (i - start >= leastFrames)
            {
                foreach (var frame in Enumerable.Range(start, i - start))
                    yield return frame;
            }

            start = i + 1;
        }
    }

    private static TimeSpan Frames(int count) => SampleClock.ToTime(count * Frame);

    private static float[] Run(float probability, int count) => [.. Enumerable.Repeat(probability, count)];

    private static List<AudioWindow> Plan(float[] probabilities, Func<int, float>? loudness = null)
    {
        var planner = new WindowPlanner(Short);
        var windows = new List<AudioWindow>();
        var frame = new float[Frame];
        for (var i = 0; i < probabilities.Length; i++)
        {
            frame.AsSpan().Fill(loudness?.Invoke(i) ?? 0.1f);
            if (planner.Add(frame, probabilities[i]) is { } window)
                windows.Add(window);
        }

        if (planner.Finish(probabilities.Length * (long)Frame) is { } last)
            windows.Add(last);
        return windows;
    }
}
