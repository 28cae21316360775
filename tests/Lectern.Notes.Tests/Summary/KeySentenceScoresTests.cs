using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Tests.Summary;

public sealed class KeySentenceScoresTests
{
    [Fact]
    public void Sentence_full_of_terms_outranks_chatter_and_a_question()
    {
        var sentences = SentenceSplitter.Split(
            TestTranscript.Of("I mean you know what I told you.", "Chlorophyll absorbs red and blue light in green leaves.", "What absorbs red and blue light in green leaves?"), "en");

        var scores = KeySentenceScores.Of(sentences, "en");

        Assert.True(scores[1] > scores[2] && scores[2] > scores[0]);
    }

    [Fact]
    public void Of_two_like_sentences_the_earlier_is_marked()
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of("Tides follow the moon.", "Tides follow the moon."), "en");

        var scores = KeySentenceScores.Of(sentences, "en");

        Assert.True(scores[0] > scores[1]);
    }
}
