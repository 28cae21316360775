using Lectern.Inference;
using Lectern.Notes.Exports;
using Lectern.Notes.Marks;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Marks;

public sealed class MarkWeightsTests
{
    private static readonly IReadOnlyList<TranscriptSegment> Segments = SampleLecture.Short;

    [Theory]
    [InlineData(7.9, false)]
    [InlineData(8.1, true)]
    [InlineData(21.9, true)]
    [InlineData(28.1, false)]
    public void Mark_raises_what_was_said_from_eight_seconds_before_to_two_seconds_after(double seconds, bool isRaised)
    {
        // A sentence of the seconds 10 to 20.
        var sentences = SentenceSplitter.Split([TestTranscript.Segment("Light is a wave.", 10, 20)], "en");

        var weights = MarkWeights.Of(sentences, [Mark(MarkKind.Important, seconds)]);

        Assert.Equal(isRaised, weights.InSummary(0) > 1);
    }

    [Fact]
    public void Exam_weighs_more_than_important_and_lost_only_where_details_are_told()
    {
        var sentences = SentenceSplitter.Split([TestTranscript.Segment("Light is a wave.", 10, 20)], "en");
        var (exam, important, lost) = (Of(MarkKind.Exam), Of(MarkKind.Important), Of(MarkKind.Lost));

        Assert.True(exam.InSummary(0) > important.InSummary(0) && important.InSummary(0) > 1);
        Assert.True(exam.InCards(0) > important.InCards(0));
        Assert.Equal((1.0, 1.0), (lost.InSummary(0), lost.InCards(0)));
        Assert.True(lost.InKeyPoints(0) > 1 && lost.InDetail(0) > 1);

        MarkWeights Of(MarkKind kind) => MarkWeights.Of(sentences, [Mark(kind, 15)]);
    }

    [Fact]
    public void Many_marks_of_one_second_raise_it_no_more_than_the_greatest_of_them()
    {
        var sentences = SentenceSplitter.Split([TestTranscript.Segment("Light is a wave.", 10, 20)], "en");

        var many = MarkWeights.Of(sentences, [Mark(MarkKind.Lost, 15), Mark(MarkKind.Important, 15), Mark(MarkKind.Exam, 15), Mark(MarkKind.Exam, 16)]);

        Assert.Equal(MarkWeights.Of(sentences, [Mark(MarkKind.Exam, 15)]).InSummary(0), many.InSummary(0));
    }

    [Theory]
    [InlineData(MarkKind.Important)]
    [InlineData(MarkKind.Exam)]
    public void Marked_sentence_gets_into_the_summary_in_which_it_was_not(MarkKind kind)
    {
        const string Sentence = "The tidal range depends on the shape of the coast.";
        Assert.DoesNotContain(Write(SummaryStyle.Brief).Summary, cited => IsAbout(cited.Text, Sentence));

        var notes = Write(SummaryStyle.Brief, Mark(kind, EndOf(Sentence)));

        Assert.Contains(notes.Summary, cited => IsAbout(cited.Text, Sentence));
    }

    [Fact]
    public void Second_that_is_marked_as_exam_gets_a_card_that_it_had_not()
    {
        // With room for few cards, what decides is how good each is.
        var before = Write(SummaryStyle.Standard).Cards.Cards.Select(card => card.Sentence).ToHashSet();
        var all = ExtractiveWriter.Write(Segments, new NoteOptions { Cards = 60 }).Cards.Cards;
        var left = all.First(card => !before.Contains(card.Sentence));

        var notes = Write(SummaryStyle.Standard, Mark(MarkKind.Exam, left.End.TotalSeconds - 0.5));

        Assert.Contains(notes.Cards.Cards, card => !before.Contains(card.Sentence) && card.StartSample < left.EndSample + (2 * SampleClock.Rate) && card.EndSample > left.EndSample - (9 * SampleClock.Rate));
    }

    [Fact]
    public void Place_where_the_thread_was_lost_gets_a_key_point_that_it_had_not()
    {
        var moved = Enumerable.Range(0, Segments.Count).Count(i => !Points(Write(SummaryStyle.Detailed)).SetEquals(Points(Write(SummaryStyle.Detailed, Mark(MarkKind.Lost, Segments[i].End.TotalSeconds)))));

        Assert.True(moved > 0, "No place of the lecture would get another key point.");
    }

    [Fact]
    public void Notes_without_marks_that_weigh_are_those_without_marks()
    {
        var plain = TestNotes(Write(SummaryStyle.Detailed));

        Assert.Equal(plain, TestNotes(Write(SummaryStyle.Detailed, Mark(MarkKind.Note, 20), Mark(MarkKind.Photo, 30), Mark(MarkKind.Gap, 40))));
        Assert.NotEqual(plain, TestNotes(Write(SummaryStyle.Detailed, Mark(MarkKind.Exam, EndOf("The Bay of Fundy has a tidal range of 16 metres.")))));
    }

    private static HashSet<long> Points(LectureNotes notes) => [.. notes.Sections.SelectMany(section => section.KeyPoints).Select(point => point.StartSample)];

    // A summary may shorten a sentence; its beginning stays.
    private static bool IsAbout(string cited, string sentence) => cited.StartsWith(sentence[..20], StringComparison.Ordinal);

    private static double EndOf(string sentence) => Segments.Single(segment => string.Equals(segment.Text, sentence, StringComparison.Ordinal)).End.TotalSeconds - 0.2;

    private static LectureNotes Write(SummaryStyle style, params Mark[] marks) => ExtractiveWriter.Write(Segments, new NoteOptions { Style = style, Cards = 2, Marks = marks });

    private static string TestNotes(LectureNotes notes)
    {
        var writer = new StringWriter();
        new LectureJsonExporter().Write(new Lecture { Title = "", FileName = "", Duration = default, Model = "", Language = "en", ProcessedAt = default, Segments = Segments, Notes = notes }, writer);
        return writer.ToString();
    }

    private static Mark Mark(MarkKind kind, double seconds) => new() { Kind = kind, StartSample = (long)(seconds * SampleClock.Rate), EndSample = (long)(seconds * SampleClock.Rate) };
}
