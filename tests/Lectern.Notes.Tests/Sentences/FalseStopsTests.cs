using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Sentences;

public sealed class FalseStopsTests
{
    [Theory]
    [InlineData("The oldest of them is the Psalter of Mainz. Is printed in red and black.", "The oldest of them is the Psalter of Mainz. Is printed in red and black.")]
    [InlineData("The first presses stood in the. Old town of Mainz. Later they moved.", "The first presses stood in the. Old town of Mainz.|Later they moved.")]
    [InlineData("The letter was drawn by Griffo. Which made it famous in Venice. Others copied it.", "The letter was drawn by Griffo. Which made it famous in Venice.|Others copied it.")]
    [InlineData("The craft spread to Italy and France. in the next year two Germans began to print in Subiaco. They left.", "The craft spread to Italy and France.|in the next year two Germans began to print in Subiaco.|They left.")]
    [InlineData("It spread to Italy. and to France in the end. They left.", "It spread to Italy. and to France in the end.|They left.")]
    public void Sentences_of_a_recogniser_are_put_together_and_apart(string text, string expected) => Assert.Equal(expected.Split('|'), Texts(text));

    [Theory]
    [InlineData("This is the question.|Is printing an art?")]
    [InlineData("I know this town.|Which of you does?")]
    [InlineData("He knew what the letters were made of.|Nobody else did.")]
    [InlineData("It was a good year.|Was it better in Rome?")]
    public void True_ends_stay(string sentences) => Assert.Equal(sentences.Split('|'), Texts(sentences.Replace('|', ' ')));

    [Theory]
    [InlineData("The oldest of them is the Psalter of Mainz. Is printed in red.", "The oldest of them is the Psalter of Mainz is printed in red.")]
    [InlineData("The letter was drawn by Griffo. Which made it famous in Venice.", "The letter was drawn by Griffo, which made it famous in Venice.")]
    [InlineData("It spread to Italy. and to France. Later, The Bible was printed.", "It spread to Italy and to France.|Later, The Bible was printed.")]
    [InlineData("Since letters were cast, The invention spread. They print. We wait... and see.", "Since letters were cast, the invention spread.|They print.|We wait... and see.")]
    [InlineData("It began in fourteen fifty five. They print, e.g. in Rome. It grew. It lasts.", "It began in 1455.|They print, e.g. in Rome.|It grew.|It lasts.")]
    public void Notes_read_them_without_the_stops_and_capitals(string text, string expected)
    {
        var sentences = ReadableSentences.Of(SentenceSplitter.Split(TestTranscript.Of(text), "en"), "en");

        Assert.Equal(expected.Split('|'), sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void Sentence_put_together_cites_all_its_segments()
    {
        var sentences = SentenceSplitter.Split(TestTranscript.Of("The oldest of them is the Psalter of Mainz.", "Is printed in red.", "They left."), "en");

        Assert.Equal([(0, 1), (2, 2)], sentences.Select(sentence => (sentence.FirstSegment, sentence.LastSegment)));
    }

    private static IEnumerable<string> Texts(string text) => SentenceSplitter.Split(TestTranscript.Of(text), "en").Select(sentence => sentence.Text);
}
