using Lectern.Notes.Cards;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Tests.Cards;

public sealed class StatementCardsTests
{
    // What the lecture of these sentences would be about.
    private static readonly string[] Subjects =
        ["smallpox", "chlorophyll", "photosynthesis", "inoculation", "tidal friction", "rotation", "red light", "populations", "continents", "sunlight"];

    [Theory]
    [InlineData("Penicillin was discovered in 1928.", "In what year was penicillin discovered?", "1928")]
    [InlineData("Edward Jenner developed the smallpox vaccine in 1796.", "In what year did Edward Jenner develop the smallpox vaccine?", "1796")]
    [InlineData("Smallpox was an endemic disease of infants and children.", "What was smallpox?", "an endemic disease of infants and children")]
    [InlineData("Chlorophyll absorbs red light and blue light in chloroplasts.", "What does chlorophyll absorb in chloroplasts?", "red light and blue light")]
    [InlineData("Tidal friction slows the rotation of the continents.", "What slows the rotation of the continents?", "tidal friction")]
    [InlineData("Chlorophyll looks green in bright sunlight because chlorophyll reflects green light.", "Why does chlorophyll look green in bright sunlight?", "because chlorophyll reflects green light")]
    [InlineData("Photosynthesis produces oxygen, glucose and adenosine.", "Which three things does photosynthesis produce?", "oxygen, glucose and adenosine")]
    [InlineData("The relationship between encoding and retrieval is called the compatibility principle.", "What is the relationship between encoding and retrieval called?", "compatibility principle")]
    [InlineData("Smallpox destroyed two populations of Mexico.", "How many populations of Mexico did smallpox destroy?", "two")]
    [InlineData("What drives photosynthesis in chloroplasts is absorbed sunlight.", "What drives photosynthesis in chloroplasts?", "absorbed sunlight")]
    [InlineData("Inoculation, which protects populations from smallpox epidemics, spread from Turkey.", "What protects populations from smallpox epidemics?", "inoculation")]
    [InlineData("Consolidation is the process that turns such a fresh memory into a lasting one.", "What is consolidation?", "the process that turns a fresh memory into a lasting one")]
    [InlineData("A sleep cycle is a sequence of stages that lasts about ninety minutes, and a normal night holds four of them.", "What is a sleep cycle?", "a sequence of stages that lasts about ninety minutes")]
    [InlineData("The circadian rhythm is the body's own clock of about twenty-four hours.", "What is the circadian rhythm?", "the body's own clock of about twenty-four hours")]
    [InlineData("Sleep pressure is the need for sleep that grows with every hour we are awake.", "What is sleep pressure?", "the need for sleep that grows with every hour one is awake")]
    [InlineData("Each cycle has three main stages, light sleep, deep sleep and dream sleep.", "Which three main stages does each cycle have?", "light sleep, deep sleep and dream sleep")]
    [InlineData("There are three branches of government: the executive, the legislature and the judiciary.", "What are the three branches of government?", "the executive, the legislature and the judiciary")]
    [InlineData("Smallpox came from Turkey, whereas measles came from Milan.", "What came from Turkey, whereas measles came from Milan?", "smallpox")]
    [InlineData("The difference between a comet and an asteroid is that a comet has a tail.", "What is the difference between a comet and an asteroid?", "a comet has a tail")]
    [InlineData("In fourteen sixty five, Swainheim and Panertz began printing books in the monastery of Subiaco.", "In what year did Swainheim and Panertz begin printing books in the monastery of Subiaco?", "1465")]
    [InlineData("Unlike vaccination, inoculation did not require an infection of cowpox.", "Unlike vaccination, what did not require an infection of cowpox?", "inoculation")]
    [InlineData("The reason why smallpox killed many aboriginals is that they had no immunity to European diseases.", "Why did smallpox kill many aboriginals?", "because they had no immunity to European diseases")]
    [InlineData("Smallpox spread quickly through Mexico because of the trade of Spanish merchants.", "Why did smallpox spread quickly through Mexico?", "because of the trade of Spanish merchants")]
    public void Statement_is_asked_for(string sentence, string question, string answer)
    {
        var cards = CardsOf(sentence);

        Assert.Contains((question, answer), cards.Select(card => (card.AskedQuestion, card.Answer)));
    }

    [Theory]
    [InlineData("Each cycle has three main stages of smallpox.", "cycle")]
    [InlineData("An arch went up in Mexico after the smallpox epidemic of Milan.", "arch")]
    [InlineData("Smallpox is described in The Book of Epidemics by Spanish merchants.", "Book")]
    [InlineData("Adam Smith's first book is called The Theory of Moral Sentiments.", "Adam")]
    public void What_is_no_fact_makes_no_gap(string sentence, string gap) => Assert.DoesNotContain(gap, CardsOf(sentence).Where(card => card.Kind == CardKind.Cloze).Select(card => card.Answer));

    [Theory]
    [InlineData("There are three figures in smallpox epidemics, Virgil and Dante.")]
    [InlineData("The painting of smallpox is a series of pictures.")]
    [InlineData("Smallpox is a famous disease.")]
    [InlineData("The difference between smallpox and chickenpox is a vague one.")]
    public void Half_a_list_and_an_opinion_are_not_asked_for(string sentence) => Assert.DoesNotContain(CardsOf(sentence), card => card.Kind != CardKind.Cloze);

    [Theory]
    [InlineData("We know that smallpox killed many aboriginal populations of Hispaniola.", "smallpox killed many aboriginal populations of Hispaniola")]
    [InlineData("So, of course, smallpox, by the way, killed the aboriginal populations of Hispaniola, as I said.", "smallpox killed the aboriginal populations of Hispaniola")]
    public void Talk_round_a_statement_is_left_out(string sentence, string statement)
    {
        var texts = CardsOf(sentence).Select(card => card.AskedQuestion.Replace("_____", card.Answer, StringComparison.Ordinal));

        Assert.Contains(texts, text => text.Contains(statement, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("It causes smallpox in aboriginal populations.")]
    [InlineData("This virus caused smallpox epidemics in Mexico.")]
    [InlineData("The second one was smallpox in Mexico.")]
    [InlineData("A second smallpox measure was vaccination in Mexico.")]
    [InlineData("Edward Jenner linked the episode to smallpox in Mexico.")]
    [InlineData("The next stage of smallpox destroyed populations of Mexico.")]
    [InlineData("Smallpox caused a further epidemic in Mexico.")]
    [InlineData("Smallpox was was an endemic disease of Mexico.")]
    [InlineData("Is smallpox an endemic disease of Mexico?")]
    [InlineData("If smallpox returned, vaccination")]
    [InlineData("")]
    public void What_points_out_of_its_sentence_makes_no_good_card(string sentence)
    {
        var filter = new CardFilter("en");

        Assert.DoesNotContain(CardsOf(sentence), card => filter.FaultOf(card) is null);
    }

    [Fact]
    public void Pronoun_goes_on_with_the_subject_before()
    {
        var cards = CardsOf("Edward Jenner studied cowpox.", "He published the smallpox inquiry in 1798.");

        Assert.Contains("In what year did Edward Jenner publish the smallpox inquiry?", cards.Select(card => card.AskedQuestion));
    }

    [Fact]
    public void Verse_and_open_quotations_are_passed_over()
    {
        var cards = CardsOf("He wrote: \"Smallpox destroyed Mexico.", "Measles destroyed Hispaniola.", "Typhus destroyed Milan.\"");

        Assert.Empty(cards);
    }

    [Theory]
    [InlineData("Smallpox killed the aboriginal populations of Hispaniola.", "Probably, smallpox killed the aboriginal populations of Hispaniola.")]
    [InlineData("Smallpox killed the aboriginal populations of Hispaniola.", "Smallpox just killed the aboriginal populations of Hispaniola.")]
    public void What_was_said_with_a_doubt_or_in_passing_is_worth_less(string sure, string unsure)
    {
        var most = CardsOf(sure).ToDictionary(card => card.AskedQuestion, card => card.Score, StringComparer.Ordinal);
        var less = CardsOf(unsure).Where(card => most.ContainsKey(card.AskedQuestion)).ToList();

        Assert.NotEmpty(less);
        Assert.All(less, card => Assert.True(card.Score < 0.8 * most[card.AskedQuestion], card.AskedQuestion));
    }

    [Fact]
    public void What_the_lecture_speaks_of_again_and_again_is_not_asked_for_by_one_of_its_kinds()
    {
        string[] lecture = ["Smallpox was an endemic disease of infants and children.", "Smallpox came from Turkey.", "Inoculation against smallpox came from Turkey."];

        Assert.Contains("What was smallpox?", CardsOf(lecture[0]).Select(card => card.AskedQuestion));
        Assert.DoesNotContain("What was smallpox?", CardsOf(lecture).Select(card => card.AskedQuestion));
    }

    [Fact]
    public void Term_of_several_words_is_not_torn()
    {
        string[] lecture = ["Inoculation was the cause of the division of labor.", "The division of labor changed Mexico.", "Smallpox ended the division of labor."];

        Assert.DoesNotContain("labor", CardsOf(lecture).Where(card => card.Kind == CardKind.Cloze).Select(card => card.Answer));
    }

    [Fact]
    public void What_has_no_article_is_not_asked_who_or_what_it_is() => Assert.DoesNotContain(
        "What is epidemics and inoculation in Mexico?", CardsOf("Smallpox is epidemics and inoculation in Mexico.").Select(card => card.AskedQuestion));

    [Fact]
    public void Acronym_is_no_gap_beside_its_words() => Assert.DoesNotContain(
        "CFTC", CardsOf("The Commodity Futures Trading Commission of Mexico is the CFTC.").Where(card => card.Kind == CardKind.Cloze).Select(card => card.Answer));

    [Fact]
    public void Other_languages_have_none() => Assert.Empty(
        StatementCards.Of([Sentence("Die Pocken waren eine Seuche in Mexiko.", 0)], [], Scores(["Die Pocken waren eine Seuche in Mexiko."]), "de"));

    [Fact]
    public void Gap_of_a_year_says_that_it_is_one()
    {
        var gap = Assert.Single(CardsOf("The Crusades lasted from 1095 to Saladin's reconquest."), card => card.Kind == CardKind.Cloze);

        Assert.Contains("{{c1::1095::year}}", gap.Question, StringComparison.Ordinal);
        Assert.Contains("_____ [year]", gap.AskedQuestion, StringComparison.Ordinal);
    }

    private static List<CardIdea> CardsOf(params string[] texts)
    {
        var sentences = ReadableSentences.Of([.. texts.Select(Sentence)], "en").ToList();
        var terms = texts[0].Length == 0 ? [] : Subjects.Select(term => Term(term, sentences)).ToList();
        return [.. StatementCards.Of(sentences, terms, Scores(texts), "en")];
    }

    private static KeyTerm Term(string text, List<Sentence> sentences) =>
        new() { Text = text, Mentions = 5, IsDefined = false, Source = CitedSentence.Of(sentences, 0, 0, "en") };

    private static SentenceScores Scores(string[] texts)
    {
        var sentences = texts.Select(Sentence).ToList();
        return SentenceScores.Of(sentences, TermFrequency.Of(sentences, "en"), "en");
    }

    private static Sentence Sentence(string text, int index) => new() { Text = text, StartSample = index, EndSample = index + 1, FirstSegment = index, LastSegment = index };
}
