using CsCheck;
using Lectern.Notes.Outline;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Outline;

public sealed class OutlinerTests
{
    [Fact]
    public void Change_of_subject_begins_a_section()
    {
        var sections = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions()).Sections;

        Assert.Contains(sections, section => section.FirstSentence == SampleLecture.SecondSubject);
    }

    [Fact]
    public void Title_names_the_subject()
    {
        var sections = ExtractiveWriter.Write(SampleLecture.TwoSubjects, new NoteOptions()).Sections;

        Assert.Contains("light", sections[0].Title, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("tide", sections[^1].Title, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hour_has_four_to_eight_sections()
    {
        var sections = ExtractiveWriter.Write(SampleLecture.Hour, new NoteOptions()).Sections;

        Assert.InRange(sections.Count, 4, 8);
    }

    [Fact]
    public void Sections_hold_every_sentence_once_and_are_never_more_than_one_in_ninety_seconds() =>
        Gen.Select(Gen.Int[0, 120], Gen.Double[0.2, 30]).Sample((count, seconds) =>
        {
            var segments = Enumerable.Range(0, count)
                .Select(i => TestTranscript.Segment($"Subject{i / 7} has fact{i % 7} and more of subject{i / 7}.", i * seconds, (i + 1) * seconds))
                .ToList();

            var notes = ExtractiveWriter.Write(segments, new NoteOptions());

            Assert.Equal(
                Enumerable.Range(0, notes.Sentences.Count),
                notes.Sections.SelectMany(section => Enumerable.Range(section.FirstSentence, section.SentenceCount)));
            Assert.True(notes.Sections.Count <= Math.Max(count == 0 ? 0 : 1, count * seconds / 90));
            Assert.All(notes.Sections, section => Assert.NotEqual(string.Empty, section.Title));
        }, iter: 60);

    [Fact]
    public void Section_without_terms_is_called_by_its_number()
    {
        var titles = SectionTitles.Of([0, 3], [], [], "en");

        Assert.Equal(["Part 1", "Part 2"], titles);
    }

    [Fact]
    public void Key_points_stand_in_their_section_in_order()
    {
        var sections = ExtractiveWriter.Write(SampleLecture.Hour, new NoteOptions()).Sections;

        Assert.All(sections, section =>
        {
            Assert.InRange(section.KeyPoints.Count, 1, 3);
            Assert.All(section.KeyPoints, point => Assert.InRange(point.Sentence, section.FirstSentence, section.LastSentence));
            Assert.Equal(section.KeyPoints.OrderBy(point => point.Sentence), section.KeyPoints);
        });
    }

    [Fact]
    public void Section_of_a_sentence_is_found()
    {
        var sections = ExtractiveWriter.Write(SampleLecture.Hour, new NoteOptions()).Sections;

        for (var section = 0; section < sections.Count; section++)
        {
            Assert.Equal(section, Section.IndexOf(sections, sections[section].FirstSentence));
            Assert.Equal(section, Section.IndexOf(sections, sections[section].LastSentence));
        }
    }
}
