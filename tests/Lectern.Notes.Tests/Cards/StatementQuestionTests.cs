using Lectern.Notes.Cards;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Tests.Cards;

public sealed class StatementQuestionTests
{
    [Theory]
    [InlineData("The sky is blue because air scatters blue light.", "Why is the sky blue?", "because air scatters blue light")]
    [InlineData("Penicillin was discovered in 1928 in London.", "In what year was penicillin discovered?", "1928")]
    [InlineData("The theory was proposed by Alfred Wegener.", "By whom or what was the theory proposed?", "Alfred Wegener")]
    [InlineData("There are three laws of motion, as Newton said.", "How many laws of motion are there?", "three")]
    [InlineData("The rate depends on temperature and pressure.", "What does the rate depend on?", "temperature and pressure")]
    public void Statement_is_turned_round(string statement, string question, string answer)
    {
        var made = StatementQuestion.Of(new ParsedSentence(statement));

        Assert.Equal((question, answer), (made?.Question, made?.Answer));
    }

    [Theory]
    [InlineData("It is blue because air scatters light.")]
    [InlineData("When the sky is blue we go out.")]
    [InlineData("Look at the sky.")]
    [InlineData("")]
    [InlineData("Yes.")]
    public void Statement_of_another_shape_makes_no_question(string statement) => Assert.Null(StatementQuestion.Of(new ParsedSentence(statement)));
}
