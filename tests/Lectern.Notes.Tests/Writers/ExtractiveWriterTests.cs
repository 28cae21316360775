using CsCheck;
using Lectern.Inference;
using Lectern.Notes.Exports;
using Lectern.Notes.Exports.Subtitles;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Writers;

public sealed class ExtractiveWriterTests
{
    [Fact]
    public void Everything_cites_a_place_inside_the_lecture() => TestTranscript.Any.Sample(segments =>
    {
        var notes = ExtractiveWriter.Write(segments, new NoteOptions());

        var cited = notes.Summary.Concat(notes.Sections.SelectMany(section => section.KeyPoints)).Concat(notes.KeyTerms.Select(term => term.Source));
        var places = cited.Select(sentence => (sentence.StartSample, sentence.EndSample, sentence.FirstSegment, sentence.LastSegment))
            .Concat(notes.Cards.Cards.Select(card => (card.StartSample, card.EndSample, card.FirstSegment, card.LastSegment)));
        Assert.All(places, place =>
        {
            Assert.InRange(place.FirstSegment, 0, place.LastSegment);
            Assert.InRange(place.LastSegment, 0, segments.Count - 1);
            Assert.InRange(place.StartSample, segments[place.FirstSegment].StartSample, place.EndSample);
            Assert.True(place.EndSample <= segments[place.LastSegment].EndSample);
        });
    }, iter: 100);

    [Fact]
    public void Every_export_of_any_transcript_can_be_written_and_is_the_same_each_time() => TestTranscript.Any.Sample(segments =>
    {
        foreach (var exporter in ExportFormats.Transcripts.Concat(ExportFormats.NotesFolder.Select(file => file.Exporter)))
            Assert.Equal(Write(exporter, segments), Write(exporter, segments));
    }, iter: 60);

    [Theory]
    [InlineData("Yes", "en")]
    [InlineData("😀", "en")]
    [InlineData("...", "en")]
    [InlineData("# *Not* a <b>heading</b> [x](y) & -->", "en")]
    [InlineData("مرحبا بالعالم.", "ar")]
    [InlineData("世界很大", "zh-Hans")]
    [InlineData("\ud83d broken", "en")]
    public void Little_speech_makes_one_section_and_no_summary(string text, string language)
    {
        var notes = ExtractiveWriter.Write([TestTranscript.Segment(text, 1, 2)], new NoteOptions { Language = language });

        var section = Assert.Single(notes.Sections);
        Assert.Equal((16_000, 32_000), (section.StartSample, section.EndSample));
        Assert.Empty(notes.Summary);
        Assert.Empty(notes.Cards.Cards);
    }

    [Fact]
    public void Silence_makes_empty_notes()
    {
        var notes = ExtractiveWriter.Write([], new NoteOptions());

        Assert.Empty(notes.Sections);
        Assert.Empty(notes.Summary);
        Assert.Empty(notes.KeyTerms);
        Assert.Empty(notes.Cards.Cards);
        Assert.Empty(CueShaper.Shape([], TimeSpan.Zero));
    }

    [Fact]
    public void One_enormous_sentence_is_cut_and_summarised()
    {
        var text = string.Join(' ', Enumerable.Range(0, 5000).Select(number => number % 9 == 0 ? "and" : $"light{number % 50}"));

        var notes = ExtractiveWriter.Write([TestTranscript.Segment(text, 0, 2000)], new NoteOptions());

        Assert.True(notes.Sentences.Count > 100);
        Assert.NotEmpty(notes.Summary);
    }

    [Fact]
    public void Lecture_in_another_language_has_outline_summary_and_gaps_but_no_invented_questions()
    {
        string[] lines =
        [
            "Die Photosynthese wandelt das Licht der Sonne in chemische Energie um.", "Der Mond zieht das Wasser der Meere an und macht die Gezeiten.",
            "Das Chlorophyll nimmt rotes und blaues Licht auf und wirft grünes Licht zurück.", "Die Pflanzen bauen aus Kohlendioxid und Wasser Zucker auf.",
            "Ohne die Photosynthese gäbe es auf der Erde keinen freien Sauerstoff.", "Das Licht treibt die Photosynthese in allen grünen Pflanzen an.",
            "Die Gezeiten hängen von Mond und Sonne und von der Form der Küste ab.", "Bei Springflut stehen Sonne, Mond und Erde in einer Linie.",
        ];

        var notes = ExtractiveWriter.Write(TestTranscript.Of(Enumerable.Repeat(lines, 4).SelectMany(line => line)), new NoteOptions { Language = "de" });

        Assert.NotEmpty(notes.Summary);
        Assert.Contains(notes.KeyTerms, term => term.Text is "Photosynthese" or "Licht");
        Assert.All(notes.Cards.Cards, card => Assert.Equal(Lectern.Notes.Cards.CardKind.Cloze, card.Kind));
        Assert.NotEmpty(notes.Cards.Cards);
    }

    private static string Write(IExporter exporter, IReadOnlyList<TranscriptSegment> segments)
    {
        var writer = new StringWriter();
        exporter.Write(
            new Lecture
            {
                Title = "Any",
                FileName = "any.wav",
                Duration = segments.Count == 0 ? TimeSpan.Zero : segments[^1].End,
                Model = "test",
                Language = "en",
                ProcessedAt = default,
                Segments = segments,
                Notes = ExtractiveWriter.Write(segments, new NoteOptions()),
            },
            writer);
        return writer.ToString();
    }
}
