using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Sentences;

public sealed class TermFrequencyTests
{
    [Fact]
    public void Forms_of_a_word_are_one_term_and_function_words_none()
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of("The segments are long.", "A segment is not the other."), "en");

        var terms = TermFrequency.Of(sentences, "en");

        Assert.Equal(2, terms.VocabularySize);
        Assert.Equal(terms.TermsOf(0)[0], Assert.Single(terms.TermsOf(1)));
        Assert.True(terms.IsFunctionWord("the"));
    }

    [Fact]
    public void Language_without_a_list_takes_its_commonest_words_for_function_words()
    {
        var lines = Enumerable.Range(0, 30).Select(number => $"sana{number} ja talo{number} on.");
        var sentences = SentenceSplitter.Split(TestTranscript.Of(lines), "fi");

        var terms = TermFrequency.Of(sentences, "fi");

        Assert.True(terms.IsFunctionWord("ja"));
        Assert.False(terms.IsFunctionWord("talo3"));
        Assert.Equal(2, terms.TermsOf(0).Count);
    }

    [Fact]
    public void Sentences_of_the_same_words_are_alike_and_others_are_not()
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of("Water boils.", "Boiling water.", "Iron rusts."), "en");

        var vectors = SentenceVectors.Of(TermFrequency.Of(sentences, "en"));

        Assert.Equal(1, vectors.Cosine(0, 1), 12);
        Assert.Equal(0, vectors.Cosine(0, 2), 12);
    }
}
