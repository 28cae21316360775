using Lectern.Notes.Cards;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Cards;

public sealed class PronounsTests
{
    [Theory]
    [InlineData("What does it depend on?", true)]
    [InlineData("Who gave them light?", true)]
    [InlineData("What is that of?", true)]
    [InlineData("What did Domitian build for his goddess?", false)]
    [InlineData("Who built a temple for his goddess?", true)]
    [InlineData("Who crowned himself in Paris?", false)]
    [InlineData("What does a cloud lose with its water?", false)]
    [InlineData("Those who came in 1492 were _____.", false)]
    [InlineData("Those were _____.", true)]
    public void Pronoun_is_open_unless_the_text_explains_it(string text, bool isOpen) =>
        Assert.Equal(isOpen, Pronouns.AreOpen(Tokens.Of(text), isReason: false));

    [Fact]
    public void Reason_may_go_on_with_the_subject_of_its_question() =>
        Assert.False(Pronouns.AreOpen(Tokens.Of("because it reflects green light"), isReason: true));
}
