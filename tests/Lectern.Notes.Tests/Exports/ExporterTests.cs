using Lectern.Notes.Exports;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Exports;

public sealed class ExporterTests
{
    [Fact]
    public void Transcript_text_has_paragraphs_by_section() => Assert.Equal(
        """
        The sun is a *star*. Its light --> warms us & the <b>moon</b>.

        Der Mond heißt "Luna" 🌙.

        """,
        TestLecture.Write(new TextExporter(), TestLecture.Small));

    [Fact]
    public void Paragraph_ends_at_a_pause_once_it_has_forty_words()
    {
        var words = string.Join(' ', Enumerable.Repeat("light", 39)) + " ends.";
        var lecture = TestLecture.TranscriptOnly with
        {
            Segments =
            [
                TestTranscript.Segment("Short one.", 0, 1), TestTranscript.Segment("After a pause.", 4, 5), TestTranscript.Segment("L" + words[1..], 5, 20),
                TestTranscript.Segment("Next.", 23, 24),
            ],
        };

        var text = TestLecture.Write(new TextExporter(), lecture);

        Assert.Equal($"Short one. After a pause. L{words[1..]}\n\nNext.\n", text);
    }

    [Fact]
    public void Subrip_has_hours_and_commas_and_no_arrow_in_its_text() => Assert.Equal(
        """
        1
        00:00:00,000 --> 00:00:02,000
        The sun is a *star*.

        2
        00:00:02,500 --> 00:00:05,250
        Its light → warms us & the <b>moon</b>.

        3
        01:00:00,000 --> 01:00:03,063
        Der Mond heißt "Luna" 🌙.


        """,
        TestLecture.Write(new SrtExporter(), TestLecture.TranscriptOnly));

    [Fact]
    public void Webvtt_has_points_and_escapes_its_text() => Assert.Equal(
        """
        WEBVTT

        00:00:00.000 --> 00:00:02.000
        The sun is a *star*.

        00:00:02.500 --> 00:00:05.250
        Its light --&gt; warms us &amp; the &lt;b&gt;moon&lt;/b&gt;.

        01:00:00.000 --> 01:00:03.063
        Der Mond heißt "Luna" 🌙.


        """,
        TestLecture.Write(new VttExporter(), TestLecture.TranscriptOnly));

    [Fact]
    public void Markdown_transcript_shows_the_text_as_it_is() => Assert.Equal(
        """
        # Sun & \<Moon\>

        sun\_moon.mp3 · 1:01:40 · moonshine-base · 2026-03-04 05:06 +01:00

        ## Sun, light (00:00)

        **00:00** The sun is a \*star\*. Its light --\> warms us & the \<b\>moon\</b\>.

        ## Luna (1:00:00)

        **1:00:00** Der Mond heißt "Luna" 🌙.

        """,
        TestLecture.Write(new MarkdownExporter(), TestLecture.Small));

    [Fact]
    public void Notes_have_summary_outline_terms_and_cards_with_times() => Assert.Equal(
        """
        # Sun & \<Moon\>

        sun\_moon.mp3 · 1:01:40 · moonshine-base · 2026-03-04 05:06 +01:00

        ## Summary

        The sun is a \*star\*. (00:00)

        Der Mond heißt "Luna" 🌙. (1:00:00)

        ## Outline

        ### Sun, light (00:00–00:05)

        - The sun is a \*star\*. (00:00)

        ### Luna (1:00:00–1:00:03)

        - Der Mond heißt "Luna" 🌙. (1:00:00)

        ## Key terms

        - **sun**: The sun is a \*star\*. (00:00)
        - **LM** (Luna's moon): first at 1:00:00

        ## Cards

        1. **What is the sun?**\
           a \*star\* (00:00)
        2. **Der Mond heißt \_\_\_\_\_.**\
           Luna (1:00:00)

        """,
        TestLecture.Write(new NotesExporter(), TestLecture.Small));

    [Fact]
    public void Cards_text_is_numbered_with_times_and_tells_what_was_dropped() => Assert.Equal(
        """
        1. [00:00]
           Q: What is the sun?
           A: a *star*

        2. [1:00:00]
           Q: Der Mond heißt _____.
           A: Luna

        Dropped: 2 because a pronoun leaves open what is meant; 1 because another card asks much the same.

        """,
        TestLecture.Write(new CardsTextExporter(), TestLecture.Small));

    [Fact]
    public void Report_has_file_time_transcript_summary_and_cards() => Assert.Equal(
        """
        Sun & <Moon>

        File:      sun_moon.mp3
        Length:    1:01:40
        Processed: 2026-03-04 05:06:07 +01:00
        Model:     moonshine-base

        TRANSCRIPT
        ----------

        The sun is a *star*. Its light --> warms us & the <b>moon</b>.

        Der Mond heißt "Luna" 🌙.

        SUMMARY
        -------

        [00:00] The sun is a *star*.
        [1:00:00] Der Mond heißt "Luna" 🌙.

        CARDS
        -----

        1. [00:00]
           Q: What is the sun?
           A: a *star*

        2. [1:00:00]
           Q: Der Mond heißt _____.
           A: Luna

        Dropped: 2 because a pronoun leaves open what is meant; 1 because another card asks much the same.

        """,
        TestLecture.Write(new ReportExporter(), TestLecture.Small));

    [Fact]
    public void Report_of_silence_says_so()
    {
        var text = TestLecture.Write(new ReportExporter(), TestLecture.Small with { Segments = [], Notes = LectureNotes.Empty });

        Assert.Contains("No speech was found.\n", text, StringComparison.Ordinal);
        Assert.Contains("The lecture is too short for a summary.\n", text, StringComparison.Ordinal);
        Assert.Contains("No cards could be made of this lecture.\n", text, StringComparison.Ordinal);
    }
}
