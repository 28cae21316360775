using Lectern.Notes.Cards;
using Lectern.Notes.Exports;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Writers;

namespace Lectern.Notes.Tests.Exports;

/// <summary>A lecture of three sentences with notes written by hand, so that the exporters alone are tested.</summary>
internal static class TestLecture
{
    public static Lecture Small { get; } = new()
    {
        Title = "Sun & <Moon>",
        FileName = "sun_moon.mp3",
        Duration = TimeSpan.FromSeconds(3700.5),
        Model = "moonshine-base",
        Language = "en",
        ProcessedAt = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(1)),
        Segments =
        [
            TestTranscript.Segment("The sun is a *star*.", 0, 2),
            TestTranscript.Segment("Its light --> warms us & the <b>moon</b>.", 2.5, 5.25) with { IsFlagged = true, MeanLogProbability = -1.5 },
            TestTranscript.Segment("Der Mond heißt \"Luna\" 🌙.", 3600, 3603.0625),
        ],
        Notes = Notes(),
    };

    public static Lecture TranscriptOnly { get; } = Small with { Notes = LectureNotes.Empty };

    public static string Write(IExporter exporter, Lecture lecture)
    {
        var writer = new StringWriter();
        exporter.Write(lecture, writer);
        return writer.ToString();
    }

    private static LectureNotes Notes()
    {
        Sentence[] sentences =
        [
            Sentence("The sun is a *star*.", 0, 32_000, 0), Sentence("Its light --> warms us & the <b>moon</b>.", 40_000, 84_000, 1),
            Sentence("Der Mond heißt \"Luna\" 🌙.", 57_600_000, 57_649_000, 2),
        ];
        var cited = Enumerable.Range(0, 3).Select(index => CitedSentence.Of(sentences, index, index / 2, "en")).ToArray();
        return new LectureNotes
        {
            Sentences = sentences,
            Sections = [Section("Sun, light", sentences, 0, 1, cited[0]), Section("Luna", sentences, 2, 2, cited[2])],
            Summary = [cited[0], cited[2]],
            KeyTerms =
            [
                new KeyTerm { Text = "sun", Mentions = 1, IsDefined = true, Source = cited[0] },
                new KeyTerm { Text = "LM", Expansion = "Luna's moon", Mentions = 2, IsDefined = false, Source = cited[2] },
            ],
            Cards = new CardSet
            {
                Cards = [Card(CardKind.Definition, "What is the sun?", "a *star*", sentences, 0), Card(CardKind.Cloze, "Der Mond heißt {{c1::Luna}}.", "Luna", sentences, 2)],
                Dropped = [new DroppedCards(CardFault.UnresolvedPronoun, 2), new DroppedCards(CardFault.Duplicate, 1)],
            },
        };
    }

    private static Sentence Sentence(string text, long start, long end, int segment) =>
        new() { Text = text, StartSample = start, EndSample = end, FirstSegment = segment, LastSegment = segment };

    private static Section Section(string title, Sentence[] sentences, int first, int last, CitedSentence point) => new()
    {
        Title = title,
        StartSample = sentences[first].StartSample,
        EndSample = sentences[last].EndSample,
        FirstSentence = first,
        LastSentence = last,
        KeyPoints = [point],
    };

    private static CardDraft Card(CardKind kind, string question, string answer, Sentence[] sentences, int sentence) => new()
    {
        Id = $"{sentence:x16}",
        Kind = kind,
        Question = question,
        Answer = answer,
        Distractors = kind == CardKind.Definition ? ["a moon", "a cloud"] : [],
        Sentence = sentence,
        Section = sentence / 2,
        StartSample = sentences[sentence].StartSample,
        EndSample = sentences[sentence].EndSample,
        FirstSegment = sentence,
        LastSegment = sentence,
    };
}
