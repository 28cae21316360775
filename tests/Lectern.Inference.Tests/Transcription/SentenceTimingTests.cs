using CsCheck;
using Lectern.Inference.Models;
using Lectern.Inference.Speech;
using Lectern.Inference.Transcription;

namespace Lectern.Inference.Tests.Transcription;

public sealed class SentenceTimingTests
{
    private const long Second = SampleClock.Rate;

    private static readonly string[] Vocabulary = ["cell", "Energy.", "Mr.", "is", "What?", "conserved,", "1905.", "Really!", "momentum"];

    [Fact]
    public void Text_of_one_sentence_spans_the_speech()
    {
        var window = Window(10 * Second, (Second, 2 * Second), (3 * Second, 5 * Second));

        var segment = Assert.Single(SentenceTiming.Split(window, Text("The cell is the unit of life.")));

        Assert.Equal((11 * Second, 15 * Second), (segment.StartSample, segment.EndSample));
        Assert.Equal("The cell is the unit of life.", segment.Text);
        Assert.Equal(-0.25, segment.MeanLogProbability);
        Assert.True(segment.IsFlagged);
    }

    [Fact]
    public void Window_without_words_gives_no_segment() =>
        Assert.Empty(SentenceTiming.Split(Window(0, (0, Second)), Text("")));

    [Fact]
    public void Sentences_meet_at_the_pause_near_by()
    {
        var window = Window(0, (0, 4 * Second), (5 * Second, 8 * Second));

        var segments = SentenceTiming.Split(window, Text("The cell is the unit of life. It divides in two halves."));

        Assert.Equal(["The cell is the unit of life.", "It divides in two halves."], segments.Select(segment => segment.Text));
        Assert.Equal((0, 4 * Second), (segments[0].StartSample, segments[0].EndSample));
        Assert.Equal((5 * Second, 8 * Second), (segments[1].StartSample, segments[1].EndSample));
    }

    [Fact]
    public void Sentences_without_a_pause_share_the_time_by_their_length()
    {
        var window = Window(0, (0, 8 * Second));

        var segments = SentenceTiming.Split(window, Text("Aaaa bbbb cccc dddd. Aaaa bbbb cccc dddd."));

        Assert.Equal(2, segments.Count);
        Assert.InRange(segments[0].EndSample, 3.8 * Second, 4.2 * Second);
        Assert.Equal(segments[0].EndSample, segments[1].StartSample);
    }

    [Theory]
    [InlineData("We thank Mr. Bohr and also Mr. Dirac for it.", 1)]
    [InlineData("The work of J. J. Thomson was shown in Cambridge.", 1)]
    [InlineData("About 3.5 per cent of all of it. What remains is 96.5 per cent.", 2)]
    [InlineData("Is this a question for you? \"It is one,\" she said to him.", 2)]
    [InlineData("What a long day it was here! 1905 was the year of wonders.", 2)]
    [InlineData("Yes. No. I do not know that.", 1)]
    public void Sentences_end_where_a_reader_would_end_them(string text, int count) =>
        Assert.Equal(count, SentenceTiming.Split(Window(0, (0, 8 * Second)), Text(text)).Count);

    [Fact]
    public void Segments_keep_the_text_and_lie_in_order_inside_the_speech() =>
        Gen.Select(Spans, Words, Gen.Int[0, 1000]).Sample((spans, text, start) =>
        {
            var window = Window(start, spans);

            var segments = SentenceTiming.Split(window, Text(text));

            Assert.Equal(text, string.Join(' ', segments.Select(segment => segment.Text)));
            Assert.Equal(window.Speech[0].StartSample, segments[0].StartSample);
            Assert.Equal(window.Speech[^1].EndSample, segments[^1].EndSample);
            Assert.All(segments, segment => Assert.True(segment.EndSample > segment.StartSample));
            Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.True(pair.First.EndSample <= pair.Second.StartSample));
        });

    // Spans of at least a third of a second with pauses of at least 32 ms.
    private static Gen<(long, long)[]> Spans =>
        Gen.Select(Gen.Long[512, Second], Gen.Long[Second / 3, 5 * Second]).Array[1, 5].Select(parts =>
        {
            var at = 0L;
            var spans = new List<(long, long)>();
            foreach (var (pause, length) in parts)
            {
                spans.Add((at + pause, at + pause + length));
                at += pause + length;
            }

            return spans.ToArray();
        });

    private static Gen<string> Words =>
        Gen.Int[0, Vocabulary.Length - 1].Array[1, 40].Select(words => string.Join(' ', words.Select(word => Vocabulary[word])));

    private static WindowText Text(string text) => new(text, -0.25, IsFlagged: true);

    private static AudioWindow Window(long start, params (long Start, long End)[] speech) => new()
    {
        Index = 0,
        StartSample = start,
        Samples = new float[speech[^1].End],
        Speech = [.. speech.Select(span => new SpeechSpan(start + span.Start, start + span.End))],
    };
}
