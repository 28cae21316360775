using Lectern.Notes.Sentences;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Sentences;

public sealed class NoticesTests
{
    private static readonly string[] Tides =
    [
        "Tides are the rise and fall of the sea.", "The moon pulls the water on the near side more than the earth.", "A second bulge stands on the far side.",
        "The sun raises tides of its own, about half as high.", "At new moon and at full moon the two add up to spring tides.",
        "At half moon they work against each other, and neap tides are low.", "Coasts and basins change the height a good deal.",
        "The Bay of Fundy has the highest tides of the world.", "Friction of the tides slows the earth.", "The day grows longer by two milliseconds in a century.",
        "The moon moves away from us by four centimetres a year.", "Corals of the Devonian show four hundred days in a year.",
    ];

    private static readonly string[] Copyright =
    [
        "Copyright law began with the printers of London.", "The Statute of Anne gave authors a copyright of fourteen years.", "A work without protection is in the public domain.",
        "This recording of a street singer is in the public domain, because its copyright ended.", "A licence allows what the law forbids.",
        "A Creative Commons licence allows it to everyone.", "Music is licensed by societies that collect fees.", "The copyright of a film belongs to its producer.",
        "In Berne ten states agreed to respect the copyright of foreigners.", "Public domain and copyright are the two sides of one coin.",
        "A publisher may donate his copyright to the public.", "All recordings made before 1923 are in the public domain by now.",
    ];

    [Theory]
    [InlineData("This is an Openears recording.|All Openears recordings are in the public domain.|To find out more or to volunteer, please visit openears.org.")]
    [InlineData("This lecture is provided under a Creative Commons licence.|Your support will help the college to offer such lectures for free.|To make a donation or to view additional materials from many courses, go to our website.")]
    [InlineData("This podcast is brought to you by the University of Northfield.|For more information please visit www dot northfield dot edu.")]
    [InlineData("This programme was produced by Harbour Radio.|Copyright 2011, all rights reserved.")]
    public void What_a_recording_says_of_itself_at_its_start_is_a_notice(string notice)
    {
        var said = notice.Split('|');

        var found = Notices.Find(Split([.. said, .. Tides]), "en");

        Assert.Equal(Enumerable.Range(0, said.Length), found.Order());
    }

    [Theory]
    [InlineData("You have been listening to a podcast of the Northfield Observatory.|For further information see our website.")]
    [InlineData("End of chapter four.|This recording is in the public domain.")]
    [InlineData("This recording was made possible by your donations.|Thank you for listening.")]
    public void What_it_says_at_its_end_is_a_notice(string notice)
    {
        var said = notice.Split('|');

        var found = Notices.Find(Split([.. Tides, .. said]), "en");

        Assert.Equal(Enumerable.Range(Tides.Length, said.Length), found.Order());
    }

    [Fact]
    public void Lecture_about_copyright_keeps_its_sentences() => Assert.Empty(Notices.Find(Split(Copyright), "en"));

    [Theory]
    [InlineData("In this recording you hear a nightingale.")]
    [InlineData("I need a volunteer.")]
    [InlineData("The public domain was the land of the crown.")]
    [InlineData("The observatory was funded by the king.")]
    public void One_cue_alone_is_none(string sentence) => Assert.Empty(Notices.Find(Split([sentence, .. Tides]), "en"));

    [Fact]
    public void In_the_middle_of_a_lecture_there_is_none() =>
        Assert.Empty(Notices.Find(Split([.. Tides, "All Openears recordings are in the public domain.", .. Tides]), "en"));

    [Fact]
    public void Notices_stay_in_the_sentences_and_out_of_the_notes()
    {
        const string Notice = "All Openears recordings are in the public domain, and an Openears recording is free.";

        var notes = ExtractiveWriter.Write(TestTranscript.Of([Notice, .. Tides, .. Tides.Select(line => "We said that " + line)]), new NoteOptions());

        Assert.Equal(Notice, notes.Sentences[0].Text);
        Assert.NotEmpty(notes.Summary);
        var said = notes.Summary.Concat(notes.Sections.SelectMany(section => section.KeyPoints)).Concat(notes.KeyTerms.Select(term => term.Source)).ToList();
        Assert.DoesNotContain(said, cited => cited.Sentence == 0);
        Assert.DoesNotContain(notes.Cards.Cards, card => card.Sentence == 0);
        var names = notes.Sections.Select(section => section.Title).Concat(notes.KeyTerms.Select(term => term.Text));
        Assert.DoesNotContain(names, name => name.Contains("Openears", StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<Sentence> Split(IEnumerable<string> lines) => SentenceSplitter.Split(TestTranscript.Of(lines), "en");
}
