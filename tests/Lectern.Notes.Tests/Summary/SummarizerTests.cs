using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Summary;

public sealed class SummarizerTests
{
    [Theory]
    [InlineData(SummaryStyle.Brief, 30, 66)]
    [InlineData(SummaryStyle.Standard, 80, 132)]
    public void Summary_keeps_to_its_budget(SummaryStyle style, int fewestWords, int mostWords)
    {
        var notes = ExtractiveWriter.Write(SampleLecture.Hour, new NoteOptions { Style = style });

        Assert.InRange(notes.Summary.Sum(sentence => Tokens.Count(sentence.Text)), fewestWords, mostWords);
    }

    [Fact]
    public void Detailed_summary_has_a_paragraph_for_every_section()
    {
        var notes = ExtractiveWriter.Write(SampleLecture.Hour, new NoteOptions { Style = SummaryStyle.Detailed });

        Assert.Equal(Enumerable.Range(0, notes.Sections.Count), notes.Summary.Select(sentence => sentence.Section).Distinct());
    }

    [Fact]
    public void Sentences_stand_in_the_order_of_the_lecture_and_none_leans_on_another()
    {
        var summary = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions()).Summary;

        Assert.Equal(summary.OrderBy(sentence => sentence.Sentence), summary);
        Assert.DoesNotContain(summary, sentence => Prose.IsDangling(sentence.Text, "en"));
        Assert.DoesNotContain(summary, sentence => sentence.Text.StartsWith("So", StringComparison.Ordinal));
    }

    [Fact]
    public void Repeated_sentence_is_taken_once()
    {
        var summary = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions()).Summary;

        Assert.Equal(summary.Count, summary.DistinctBy(sentence => sentence.Text).Count());
    }

    [Fact]
    public void Both_subjects_are_touched()
    {
        var notes = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions());

        Assert.Contains(notes.Summary, sentence => sentence.Sentence < SampleLecture.SecondSubject);
        Assert.Contains(notes.Summary, sentence => sentence.Sentence >= SampleLecture.SecondSubject);
    }

    [Theory]
    [InlineData(79, false)]
    [InlineData(84, true)]
    public void Under_eighty_words_there_is_no_summary(int words, bool hasSummary)
    {
        var text = string.Join(' ', Enumerable.Repeat("Light carries energy from the sun.", 20)).Split(' ').Take(words);

        var notes = ExtractiveWriter.Write(TestTranscript.Of(string.Join(' ', text)), new NoteOptions());

        Assert.Equal(hasSummary, notes.Summary.Count > 0);
    }

    [Fact]
    public void Sentence_that_others_resemble_ranks_above_one_that_stands_alone()
    {
        var sentences = SentenceSplitter.Split(
            TestTranscript.Of("Tides follow the moon.", "The moon makes tides.", "Tides and the moon go together.", "Bread needs flour."), "en");

        var ranks = LexRank.Rank(SentenceVectors.Of(TermFrequency.Of(sentences, "en")));

        Assert.True(ranks[0] > ranks[3] && ranks[1] > ranks[3]);
    }
}
