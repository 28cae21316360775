using Lectern.Notes.Summary.Compression;

namespace Lectern.Notes.Tests.Summary.Compression;

public sealed class SentenceFormsTests
{
    [Theory]
    [InlineData("Plants, you know, turn light (and heat) into sugar.", "Plants turn light into sugar.")]
    [InlineData("The moon -- as we saw -- pulls the sea.", "The moon pulls the sea.")]
    [InlineData("The star is really, really big.", "The star is big.")]
    [InlineData("The units are convertible through c^(2).", "The units are convertible through c^(2).")]
    [InlineData("This kind of light is just a wave, right?", "This kind of light is just a wave?")]
    public void Interruptions_go(string spoken, string written) => Assert.Equal(written, Interruptions.Remove(spoken));

    [Theory]
    [InlineData("So today I want to talk about the tides of the ocean.", "The lecture discusses the tides of the ocean.")]
    [InlineData("Now let's turn to the light reactions, because they come first.", "The lecture turns to the light reactions.")]
    public void Announcement_tells_what_the_lecture_does(string spoken, string told) => Assert.Equal(told, Announcement.Tell(spoken));

    [Theory]
    [InlineData("Today I want to talk about it.")]
    [InlineData("Next time I will talk about the tides of the ocean.")]
    [InlineData("I want to talk about how do we know the age of the rocks?")]
    [InlineData("The moon pulls the water.")]
    public void What_cannot_be_told_is_no_announcement(string spoken) => Assert.Null(Announcement.Tell(spoken));

    [Fact]
    public void Clause_that_only_adds_may_go_and_a_condition_stays()
    {
        var adds = ClauseCutter.Variants("The gravity of the moon pulls the sea, which makes the tides.");
        var condition = ClauseCutter.Variants("The sea rises twice a day if the moon pulls it.");

        Assert.Contains("The gravity of the moon pulls the sea", adds);
        Assert.Equal(["The sea rises twice a day if the moon pulls it."], condition);
    }

    [Fact]
    public void Two_participles_are_not_parted() =>
        Assert.DoesNotContain(ClauseCutter.Variants("The war tests whether a state so founded and so ordered can last."), text => text.EndsWith("founded", StringComparison.Ordinal));

    [Theory]
    [InlineData("And so he said that it was this.")]
    [InlineData("What is the tide of the sea?")]
    [InlineData("A question which the old philosophers studied.")]
    [InlineData("Was criticised by many other people.")]
    [InlineData("Light is a wave of the")]
    [InlineData("The work of Marx but also the work of Freud.")]
    [InlineData("An almost veiled form of human speech.")]
    [InlineData("Two films, a film called Frenzy starring Michael Caine.")]
    [InlineData("Predicted presence of Neptune and discovered it in the sky.")]
    [InlineData("Anyone who's looked at a film of Hitchcock.")]
    [InlineData("Looks like something else inside the radius.")]
    [InlineData("Somebody asked, what's special about the theory.")]
    [InlineData("Roman letters were cut not only in Italy.")]
    [InlineData("Although the printers of the town took impressions from wood.")]
    public void Half_sentence_and_one_that_points_elsewhere_has_no_form(string spoken) => Assert.Empty(SentenceForms.Of(spoken, 0, "en"));

    [Fact]
    public void Middle_clause_goes_only_where_a_verb_follows()
    {
        var before = ClauseCutter.Variants("The moon, which is near, pulls the sea.");
        var apposition = ClauseCutter.Variants("We meet one man from the first part, who reappears, Master Peter.");

        Assert.Contains("The moon pulls the sea.", before);
        Assert.DoesNotContain("We meet one man from the first part Master Peter.", apposition);
    }

    [Fact]
    public void Clause_that_restricts_stays()
    {
        var forms = SentenceForms.Of("For Hobbes, liberty meant that sphere of human conduct which is unregulated by the law.", 0, "en");

        Assert.All(forms, form => Assert.Contains("which is unregulated by the law", form.Text, StringComparison.Ordinal));
        Assert.NotEmpty(forms);
    }

    [Theory]
    [InlineData("the center of mass is below the rope", "The center of mass is below the rope.")]
    [InlineData("the friction at the wall isn t the greatest force", "The friction at the wall isn't the greatest force.")]
    public void Speech_without_punctuation_gives_a_sentence(string spoken, string written) =>
        Assert.Contains(written, SentenceForms.Of(spoken, 0, "en").Select(form => form.Text));

    [Theory]
    [InlineData("squared remember we get ten meters per second squared")]
    [InlineData("the radius is small now that was no reason")]
    [InlineData("divided by the time the speed v is the circumference")]
    public void Pieces_of_speech_without_punctuation_give_none(string spoken) => Assert.Empty(SentenceForms.Of(spoken, 0, "en"));

    [Fact]
    public void Sentence_of_another_language_keeps_its_words()
    {
        var form = Assert.Single(SentenceForms.Of("Der Mond, wie gesagt, zieht das Wasser der Meere an.", 3, "de"));

        Assert.Equal("Der Mond, wie gesagt, zieht das Wasser der Meere an.", form.Text);
        Assert.Equal(3, form.Sentence);
    }
}
