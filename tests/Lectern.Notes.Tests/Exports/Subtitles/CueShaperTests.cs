using CsCheck;
using Lectern.Inference;
using Lectern.Notes.Exports.Subtitles;

namespace Lectern.Notes.Tests.Exports.Subtitles;

public sealed class CueShaperTests
{
    [Fact]
    public void Cues_are_numbered_and_in_order_and_never_overlap() => TestTranscript.Any.Sample(segments =>
    {
        var cues = CueShaper.Shape(segments, Duration(segments));

        var reached = 0L;
        for (var index = 0; index < cues.Count; index++)
        {
            Assert.Equal(index + 1, cues[index].Number);
            Assert.True(cues[index].StartMilliseconds >= reached && cues[index].EndMilliseconds > cues[index].StartMilliseconds);
            reached = cues[index].EndMilliseconds;
        }
    });

    [Fact]
    public void Cues_have_one_or_two_lines_of_at_most_forty_two_columns() => TestTranscript.Any.Sample(segments =>
    {
        var cues = CueShaper.Shape(segments, Duration(segments));

        Assert.All(cues, cue => Assert.InRange(cue.Lines.Count, 1, 2));
        Assert.All(cues.SelectMany(cue => cue.Lines), line => Assert.InRange(line.Length, 1, 42));
    });

    [Fact]
    public void Cues_hold_every_character_in_order() => TestTranscript.Any.Sample(segments =>
    {
        var cues = CueShaper.Shape(segments, Duration(segments));

        Assert.Equal(
            string.Concat(segments.SelectMany(segment => segment.Text).Where(letter => !char.IsWhiteSpace(letter))),
            string.Concat(cues.SelectMany(cue => cue.Lines).SelectMany(line => line).Where(letter => !char.IsWhiteSpace(letter))));
    });

    [Fact]
    public void Cues_of_plain_speech_leave_a_gap_and_last_neither_too_briefly_nor_too_long() => TestTranscript.Spoken.Sample(segments =>
    {
        var cues = CueShaper.Shape(segments, Duration(segments) + TimeSpan.FromSeconds(2));

        Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.Second.StartMilliseconds - pair.First.EndMilliseconds >= CueShaper.GapMilliseconds));
        Assert.All(cues, cue => Assert.True(cue.EndMilliseconds - cue.StartMilliseconds <= CueShaper.LongestMilliseconds));
    });

    [Fact]
    public void Cues_that_come_as_segments_arrive_are_those_of_the_whole() => TestTranscript.Any.Sample(segments =>
    {
        var shaper = new CueShaper();

        var arrived = segments.SelectMany(shaper.Add).ToList();
        arrived.AddRange(shaper.Complete(Duration(segments)));

        Assert.Equal(Texts(CueShaper.Shape(segments, Duration(segments))), Texts(arrived));
    });

    [Fact]
    public void Cue_is_given_once_the_next_segment_is_known()
    {
        var shaper = new CueShaper();

        Assert.Empty(shaper.Add(TestTranscript.Segment("The sun is a star.", 0, 2)));
        Assert.Single(shaper.Add(TestTranscript.Segment("The moon is not.", 3, 5)));
    }

    [Fact]
    public void Brief_cue_is_held_for_reading_where_silence_follows()
    {
        var cues = CueShaper.Shape([TestTranscript.Segment("Yes.", 1, 1.25), TestTranscript.Segment("No.", 5, 5.25)], TimeSpan.FromSeconds(5.5));

        Assert.Equal([(1000, 1834), (5000, 5500)], cues.Select(cue => (cue.StartMilliseconds, cue.EndMilliseconds)));
    }

    [Fact]
    public void Brief_segments_close_together_share_a_cue()
    {
        var cues = CueShaper.Shape([TestTranscript.Segment("Yes.", 1, 1.25), TestTranscript.Segment("It is so.", 1.5, 3)], TimeSpan.FromSeconds(9));

        var cue = Assert.Single(cues);
        Assert.Equal((1000, 3000), (cue.StartMilliseconds, cue.EndMilliseconds));
        Assert.Equal(["Yes. It is so."], cue.Lines);
    }

    [Fact]
    public void Gap_of_two_frames_is_left_between_segments_that_touch()
    {
        var cues = CueShaper.Shape([TestTranscript.Segment("The sun is a star.", 0, 2), TestTranscript.Segment("The moon is not.", 2, 4)], TimeSpan.FromSeconds(4));

        Assert.Equal([(0, 1917), (2000, 4000)], cues.Select(cue => (cue.StartMilliseconds, cue.EndMilliseconds)));
    }

    [Fact]
    public void Word_that_lingers_is_taken_off_after_seven_seconds()
    {
        var cue = Assert.Single(CueShaper.Shape([TestTranscript.Segment("There", 0, 16)], TimeSpan.FromSeconds(20)));

        Assert.Equal(7000, cue.EndMilliseconds);
    }

    [Fact]
    public void Lines_break_after_punctuation_and_before_conjunctions()
    {
        const string Text = "The moon pulls on the water of the ocean, and the sun pulls on it too because it is so heavy, but less.";

        var cues = CueShaper.Shape([TestTranscript.Segment(Text, 0, 8)], TimeSpan.FromSeconds(8));

        Assert.Equal(
            ["The moon pulls on the water of the ocean,", "and the sun pulls on it too|because it is so heavy, but less."],
            cues.Select(cue => string.Join('|', cue.Lines)));
    }

    [Fact]
    public void Samples_become_the_nearest_millisecond()
    {
        var segment = new TranscriptSegment { StartSample = 7, EndSample = 959_994, Text = "Sixty", MeanLogProbability = 0 };

        var cue = Assert.Single(CueShaper.Shape([segment], TimeSpan.FromSeconds(60)));

        Assert.Equal((0, 7000), (cue.StartMilliseconds, cue.EndMilliseconds));
        Assert.Equal("00:01:00,000", CueClock.Of(((959_994L * 1000) + 8000) / 16_000, ','));
    }

    private static TimeSpan Duration(IReadOnlyList<TranscriptSegment> segments) => segments.Count == 0 ? TimeSpan.Zero : segments[^1].End;

    private static IEnumerable<string> Texts(IEnumerable<Cue> cues) =>
        cues.Select(cue => $"{cue.Number} {cue.StartMilliseconds} {cue.EndMilliseconds} {string.Join('|', cue.Lines)}");
}
