using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Summary;

public sealed class KeyTermsTests
{
    [Fact]
    public void Terms_are_those_the_lecture_is_about()
    {
        var terms = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions()).KeyTerms.Select(term => term.Text).ToList();

        Assert.Contains("photosynthesis", terms);
        Assert.Contains("Calvin cycle", terms);
        Assert.DoesNotContain("today", terms);
    }

    [Fact]
    public void Term_comes_with_the_sentence_that_defines_it()
    {
        var terms = ExtractiveWriter.Write(SampleLecture.Short, new NoteOptions()).KeyTerms;

        var term = Assert.Single(terms, term => string.Equals(term.Text, "photosynthesis", StringComparison.Ordinal));
        Assert.True(term.IsDefined);
        Assert.Equal("Photosynthesis is the process by which plants turn light into chemical energy.", term.Source.Text);
    }

    [Fact]
    public void Title_before_a_name_is_no_term()
    {
        var segments = TestTranscript.Of("Mr Faraday built a motor.", "Mr Maxwell wrote down the laws of the field.", "Mr Hertz sent waves through the field.");

        var terms = ExtractiveWriter.Write(segments, new NoteOptions()).KeyTerms.Select(term => term.Text).ToList();

        Assert.NotEmpty(terms);
        Assert.DoesNotContain("Mr", terms);
    }

    [Fact]
    public void Definition_of_a_word_with_the_same_stem_defines_no_term()
    {
        var segments = TestTranscript.Of(
            "Information costs money.", "Firms store information.", "Informal means everything outside the law.", "Some information is secret.");

        var term = Assert.Single(
            ExtractiveWriter.Write(segments, new NoteOptions()).KeyTerms, term => string.Equals(term.Text, "information", StringComparison.OrdinalIgnoreCase));

        Assert.False(term.IsDefined);
    }

    [Fact]
    public void Word_that_follows_pronouns_is_no_term_before_a_noun()
    {
        var sentences = SentenceSplitter.Split(
            TestTranscript.Of("We polish lenses.", "They polish lenses.", "You polish a mirror.", "Lenses bend light."), "en");

        var phrases = PhraseFinder.Find(sentences, TermFrequency.Of(sentences, "en"), "en").Select(phrase => phrase.Text.ToLowerInvariant()).ToList();

        Assert.True(phrases.IndexOf("lenses") < phrases.IndexOf("polish"));
    }

    [Fact]
    public void Words_joined_by_of_are_one_term()
    {
        var sentences = SentenceSplitter.Split(
            TestTranscript.Of("We study division of labour.", "Division of labour grew.", "A division of labour may fail."), "en");

        var phrases = PhraseFinder.Find(sentences, TermFrequency.Of(sentences, "en"), "en");

        Assert.Equal("division of labour", phrases[0].Text);
        Assert.Equal(3, phrases[0].Uses.Count);
    }

    [Theory]
    [InlineData("The Light Amplification by Stimulated Emission of Radiation, LASER for short, is new.", "LASER", "Light Amplification by Stimulated Emission of Radiation")]
    [InlineData("DNA, or deoxyribo nucleic acid, is a long molecule.", "DNA", "deoxyribo nucleic acid")]
    public void Acronym_is_spelt_out(string sentence, string acronym, string expansion)
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of($"Here is {acronym}.", sentence), "en");

        var acronyms = Acronyms.Find(sentences, TermFrequency.Of(sentences, "en"));

        Assert.Equal(new Acronym(expansion, 1), acronyms[acronym]);
    }

    [Theory]
    [InlineData("Osmosis is the movement of water through a membrane.", "osmosis", "the movement of water through a membrane")]
    [InlineData("So, a neuron is a cell that carries signals, and we have many.", "neuron", "a cell that carries signals")]
    [InlineData("The rate at which voltage changes is called the slew rate.", "slew rate", "the rate at which voltage changes")]
    [InlineData("Entropy means the number of ways that matter can be arranged.", "entropy", "the number of ways that matter can be arranged")]
    [InlineData("Work is defined as force times distance.", "work", null)]
    [InlineData("The question is a hard one to answer.", null, null)]
    [InlineData("It is a cell that carries signals.", null, null)]
    [InlineData("Is osmosis a movement of water?", null, null)]
    public void Definition_is_known_by_its_words(string sentence, string? term, string? meaning)
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of(sentence), "en");

        var definition = DefinitionFinder.Find(sentences, "en").SingleOrDefault();

        Assert.Equal(meaning is null ? null : term, definition?.Term);
        Assert.Equal(meaning, definition?.Meaning);
    }
}
