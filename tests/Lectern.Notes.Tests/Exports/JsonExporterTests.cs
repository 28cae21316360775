using System.Text.Json;
using Lectern.Notes.Exports;

namespace Lectern.Notes.Tests.Exports;

public sealed class JsonExporterTests
{
    [Fact]
    public void Transcript_json_has_segments_in_seconds_with_confidence_and_flag() => Assert.Equal(
        """
        {
          "file": "sun_moon.mp3",
          "duration": 3700.5,
          "model": "moonshine-base",
          "language": "en",
          "text": "The sun is a *star*. Its light --> warms us & the <b>moon</b>.",
          "segments": [
            {
              "id": 0,
              "start": 0,
              "end": 2,
              "text": "The sun is a *star*.",
              "confidence": 0.9048,
              "flagged": false
            },
            {
              "id": 1,
              "start": 2.5,
              "end": 5.25,
              "text": "Its light --> warms us & the <b>moon</b>.",
              "confidence": 0.2231,
              "flagged": true
            }
          ]
        }

        """,
        TestLecture.Write(new JsonExporter(), TestLecture.TranscriptOnly with { Segments = [.. TestLecture.Small.Segments.Take(2)] }));

    [Fact]
    public void Cards_json_is_an_array_of_cards() => Assert.Equal(
        """
        [
          {
            "id": "0000000000000000",
            "kind": "definition",
            "question": "What is the sun?",
            "answer": "a *star*",
            "distractors": [
              "a moon",
              "a cloud"
            ],
            "start": 0,
            "end": 2,
            "firstSegment": 0,
            "lastSegment": 0,
            "section": 0
          },
          {
            "id": "0000000000000002",
            "kind": "cloze",
            "question": "Der Mond heißt {{c1::Luna}}.",
            "answer": "Luna",
            "distractors": [],
            "start": 3600,
            "end": 3603.063,
            "firstSegment": 2,
            "lastSegment": 2,
            "section": 1
          }
        ]

        """,
        TestLecture.Write(new CardsJsonExporter(), TestLecture.Small));

    [Fact]
    public void Lecture_json_has_everything_in_a_fixed_order()
    {
        using var json = JsonDocument.Parse(TestLecture.Write(new LectureJsonExporter(), TestLecture.Small));

        var root = json.RootElement;
        Assert.Equal(
            ["title", "file", "duration", "model", "language", "processedAt", "summary", "sections", "terms", "cards", "droppedCards", "segments"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2026-03-04T05:06:07+01:00", root.GetProperty("processedAt").GetString());
        Assert.Equal("Luna's moon", root.GetProperty("terms")[1].GetProperty("expansion").GetString());
        Assert.Equal(3600, root.GetProperty("sections")[1].GetProperty("start").GetDouble());
        Assert.Equal("unresolvedPronoun", root.GetProperty("droppedCards")[0].GetProperty("fault").GetString());
        Assert.Equal(2, root.GetProperty("summary")[1].GetProperty("firstSegment").GetInt32());
        Assert.Equal("Der Mond heißt \"Luna\" 🌙.", root.GetProperty("segments")[2].GetProperty("text").GetString());
    }

    [Fact]
    public void Doubtful_numbers_never_break_the_json()
    {
        var lecture = TestLecture.TranscriptOnly with
        {
            Segments = [TestTranscript.Segment("One.", 0, 1) with { MeanLogProbability = double.NaN }, TestTranscript.Segment("Two.", 1, 2) with { MeanLogProbability = double.NegativeInfinity }],
        };

        using var json = JsonDocument.Parse(TestLecture.Write(new JsonExporter(), lecture));

        Assert.All(json.RootElement.GetProperty("segments").EnumerateArray(), segment => Assert.Equal(0, segment.GetProperty("confidence").GetDouble()));
    }
}
