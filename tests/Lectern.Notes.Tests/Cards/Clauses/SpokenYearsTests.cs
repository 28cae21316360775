using Lectern.Notes.Cards.Clauses;

namespace Lectern.Notes.Tests.Cards.Clauses;

public sealed class SpokenYearsTests
{
    [Theory]
    [InlineData("It came in nineteen twenty four.", "It came in 1924.")]
    [InlineData("It was printed in the year fourteen, sixty two.", "It was printed in the year 1462.")]
    [InlineData("In eighteen hundred he was king until nineteen oh five.", "In 1800 he was king until 1905.")]
    [InlineData("It lasted from seventeen eighty-nine to seventeen ninety.", "It lasted from 1789 to seventeen ninety.")]
    [InlineData("They have met since twenty fifteen.", "They have met since 2015.")]
    public void Spoken_year_is_written_in_figures(string spoken, string written) => Assert.Equal(written, SpokenYears.Write(spoken));

    [Theory]
    [InlineData("It takes about twenty five minutes.")]
    [InlineData("Out of nineteen twenty survived.")]
    [InlineData("It fell from nineteen ten times.")]
    [InlineData("The body has a clock of about twenty-four hours.")]
    [InlineData("He came in fifteen minutes.")]
    public void Number_that_is_no_year_stays(string text) => Assert.Equal(text, SpokenYears.Write(text));
}
