using CsCheck;
using Lectern.Inference;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Sentences;

public sealed class SentenceSplitterTests
{
    [Fact]
    public void Every_character_stays_and_in_order() => TestTranscript.Any.Sample(segments =>
    {
        var sentences = SentenceSplitter.Split(segments, "en");

        var said = string.Concat(segments.Select(segment => WithoutSpace(segment.Text)));
        Assert.Equal(said, string.Concat(sentences.Select(sentence => WithoutSpace(sentence.Text))));
    });

    [Fact]
    public void Ranges_never_go_back_and_stay_inside_their_segments() => TestTranscript.Any.Sample(segments =>
    {
        var sentences = SentenceSplitter.Split(segments, "en");

        var reached = 0L;
        var segment = 0;
        foreach (var sentence in sentences)
        {
            Assert.True(sentence.StartSample >= reached && sentence.EndSample >= sentence.StartSample);
            Assert.True(sentence.FirstSegment >= segment && sentence.LastSegment >= sentence.FirstSegment);
            Assert.True(sentence.StartSample >= segments[sentence.FirstSegment].StartSample);
            Assert.True(sentence.EndSample <= segments[sentence.LastSegment].EndSample);
            Assert.NotEqual(string.Empty, sentence.Text.Trim());
            (reached, segment) = (sentence.EndSample, sentence.LastSegment);
        }
    });

    [Fact]
    public void Words_without_punctuation_are_cut_into_pieces_of_at_most_forty() =>
        Gen.Select(Gen.OneOf("light", "so", "and", "water", "the", "now").Array[1, 60].Array[1, 8], Gen.Double[0, 1]).Sample((lines, pause) =>
        {
            var segments = lines.Select((line, i) => TestTranscript.Segment(string.Join(' ', line), i * 20, (i * 20) + 20 - pause)).ToList();

            var sentences = SentenceSplitter.Split(segments, "en");

            Assert.All(sentences, sentence => Assert.InRange(sentence.Text.Split(' ').Length, 1, 40));
        });

    [Theory]
    [InlineData("Dr. Smith came. He left.", "Dr. Smith came.|He left.")]
    [InlineData("Pi is 3.14 or so. It goes on.", "Pi is 3.14 or so.|It goes on.")]
    [InlineData("Some metals, e.g. Iron and tin, rust. Gold does not.", "Some metals, e.g. Iron and tin, rust.|Gold does not.")]
    [InlineData("This is W. H. Auden. He wrote.", "This is W. H. Auden.|He wrote.")]
    [InlineData("He lived in the U.S. Army barracks. The war ended.", "He lived in the U.S. Army barracks.|The war ended.")]
    [InlineData("He lived in the U.S. The war ended.", "He lived in the U.S.|The war ended.")]
    [InlineData("We wait... and see. Then... Nothing.", "We wait... and see.|Then...|Nothing.")]
    [InlineData("He said, \"Stop!\" and ran. \"Why?\" She asked.", "He said, \"Stop!\" and ran.|\"Why?\"|She asked.")]
    [InlineData("See Fig. 3 below. It shows No. 7.", "See Fig. 3 below.|It shows No. 7.")]
    [InlineData("Class starts at 9 a.m. Monday. Bring pens, paper, etc. The test is hard.", "Class starts at 9 a.m. Monday.|Bring pens, paper, etc.|The test is hard.")]
    [InlineData("1. First we look. 2. Then we leap.", "1. First we look.|2. Then we leap.")]
    [InlineData("so it ends here. and here it goes on. fine.", "so it ends here.|and here it goes on.|fine.")]
    [InlineData("你好。世界很大。", "你好。|世界很大。")]
    public void Punctuation_ends_a_sentence_only_where_it_means_to(string text, string expected)
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of(text), "en");

        Assert.Equal(expected.Split('|'), sentences.Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData("Das war am 3. Oktober in Bonn. Es regnete, z.B. Im Garten.", "Das war am 3. Oktober in Bonn.|Es regnete, z.B. Im Garten.")]
    public void German_ordinals_and_abbreviations_go_on(string text, string expected)
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of(text), "de-CH");

        Assert.Equal(expected.Split('|'), sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void Sentence_spans_segments_and_segment_holds_sentences()
    {
        TranscriptSegment[] segments =
        [
            TestTranscript.Segment("The sun is", 0, 2), TestTranscript.Segment("a star. The moon is not. And", 2, 9), TestTranscript.Segment("so on.", 9, 10),
        ];

        var sentences = SentenceSplitter.Split(segments, "en");

        Assert.Equal(["The sun is a star.", "The moon is not.", "And so on."], sentences.Select(sentence => sentence.Text));
        Assert.Equal([(0, 1), (1, 1), (1, 2)], sentences.Select(sentence => (sentence.FirstSegment, sentence.LastSegment)));
    }

    [Fact]
    public void Times_inside_a_segment_follow_the_characters()
    {
        var sentences = SentenceSplitter.Split([TestTranscript.Segment("Abcd. Efgh.", 10, 21)], "en");

        Assert.Equal([(10.0, 15.0), (16.0, 21.0)], sentences.Select(sentence => (sentence.Start.TotalSeconds, sentence.End.TotalSeconds)));
    }

    [Fact]
    public void Words_without_punctuation_are_cut_at_pauses_and_at_opening_words()
    {
        TranscriptSegment[] segments =
        [
            TestTranscript.Segment("the first law says that energy is never lost", 0, 4),
            TestTranscript.Segment("heat always flows from the hot body to the cold one and never the other way round " +
                "so work has to be done to turn that round again as every fridge and every engine shows", 4.6, 18),
        ];

        var sentences = SentenceSplitter.Split(segments, "en");

        Assert.Equal(
            [
                "the first law says that energy is never lost",
                "heat always flows from the hot body to the cold one and never the other way round",
                "so work has to be done to turn that round again as every fridge and every engine shows",
            ],
            sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void Long_silence_ends_a_sentence_that_was_left_open()
    {
        TranscriptSegment[] segments =
            [TestTranscript.Segment("One. That was the plan", 0, 2), TestTranscript.Segment("Nobody came", 4, 5), TestTranscript.Segment("to help. Two.", 8, 9)];

        var sentences = SentenceSplitter.Split(segments, "en");

        Assert.Equal(["One.", "That was the plan", "Nobody came to help.", "Two."], sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void Overlapping_segments_are_refused_by_number()
    {
        TranscriptSegment[] segments = [TestTranscript.Segment("One.", 0, 2), TestTranscript.Segment("Two.", 1, 3)];

        var error = Assert.Throws<ArgumentException>(() => SentenceSplitter.Split(segments, "en"));

        Assert.StartsWith("Segment 1 of the transcript begins before segment 0 ends.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_has_no_sentences() => Assert.Empty(SentenceSplitter.Split([], "en"));

    private static string WithoutSpace(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
