using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Tests.Sentences;

public sealed class WholeSentenceTests
{
    [Theory]
    [InlineData("The moon pulls the sea.", true)]
    [InlineData("Though Gothic letter was used, Roman letter spread.", true)]
    [InlineData("Is the moon far away?", true)]
    [InlineData("Though Gothic letter was used most.", false)]
    [InlineData("The invention of movable letters.", false)]
    [InlineData("The first presses stood in the", false)]
    [InlineData("Is printed in red and black.", false)]
    [InlineData("The Bible has never been surpassed printing, may be considered an art.", false)]
    public void Sentence_is_whole_by_its_verbs(string text, bool isWhole) => Assert.Equal(isWhole, WholeSentence.Is(text, new PartOfSpeechTagger()));

    [Theory]
    [InlineData("The moon pulls the sea.", true)]
    [InlineData("Although letters were cut in Italy, they were sold in Paris.", true)]
    [InlineData("Although the printers took impressions from wood.", false)]
    [InlineData("The Bible has never been surpassed printing, may be considered an art.", false)]
    public void Sentence_holds_together_where_nothing_is_lost_in_the_middle(string text, bool isTrue) =>
        Assert.Equal(isTrue, WholeSentence.HoldsTogether(text, new PartOfSpeechTagger()));
}
