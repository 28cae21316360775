using Lectern.Data;
using Lectern.Inference;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Bench.Library;

/// <summary>Fills a database with lectures of an hour whose words are as common and as rare as those of speech.</summary>
/// <param name="databases">The database.</param>
/// <param name="seed">Decides every word.</param>
internal sealed class GeneratedLibrary(IDbContextFactory<LecternDb> databases, int seed)
{
    private const int SegmentsPerHour = 640;
    private const int WordsPerSegment = 14;
    private const int NotesPerLecture = 60;
    private const int Vocabulary = 30_000;
    private const long SegmentSamples = 3600L * SampleClock.Rate / SegmentsPerHour;

    // Some of the commonest words of English speech, so that a search for them can be measured.
    private static readonly string[] Common =
        ["the", "of", "and", "to", "a", "in", "that", "is", "it", "you", "we", "this", "so", "what", "for", "are", "on", "as", "be", "have", "with", "not", "but", "they", "one"];

#pragma warning disable CA5394 // Not for secrets.
    private readonly Random _random = new(seed);
#pragma warning restore CA5394

    /// <summary>Adds lectures to a workspace.</summary>
    internal async Task AddAsync(Guid ownerId, int lectures, CancellationToken cancellation)
    {
        for (var i = 0; i < lectures; i++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var lecture = Lecture(ownerId, i);
            var segments = Enumerable.Range(0, SegmentsPerHour).Select(index => Segment(lecture.Id, index)).ToList();
            db.Add(lecture);
            db.AddRange(segments);
            db.AddRange(segments.Select(segment => Line(lecture.Id, SearchLineKind.Segment, segment.Index, segment.StartSample, segment.Text)));
            db.AddRange(Enumerable.Range(1, NotesPerLecture).Select(key => Line(lecture.Id, SearchLineKind.Notes, key, key * SegmentSamples, Sentence())));
            db.AddRange(Enumerable.Range(100, NotesPerLecture).Select(key => Line(lecture.Id, SearchLineKind.Card, key, key * SegmentSamples, Sentence())));
            db.Add(Line(lecture.Id, SearchLineKind.Title, 0, 0, lecture.Title));
            db.AddRange(new TagRow { LectureId = lecture.Id, Name = $"week {i % 14}" }, new TagRow { LectureId = lecture.Id, Name = i % 3 == 0 ? "exam" : "reading" });
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Returns a word by how common it is: 0 is the commonest.</summary>
    internal static string Word(int rank) => rank < Common.Length ? Common[rank] : Syllables(rank);

    private LectureRow Lecture(Guid ownerId, int index) => new()
    {
        Id = Guid.NewGuid(),
        OwnerId = ownerId,
        Title = $"Lecture {index + 1}: {Sentence()}"[..60],
        FileName = $"lecture-{index + 1}.mp3",
        Course = $"Course {index % 8}",
        CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000 + index),
        Stage = LectureStage.Done,
        IsReceived = true,
        Model = "moonshine-base",
        Language = "en",
        DoneSamples = 3600L * SampleClock.Rate,
        DurationSamples = 3600L * SampleClock.Rate,
    };

    private SegmentRow Segment(Guid lectureId, int index)
    {
        var text = Sentence();
        return new SegmentRow
        {
            LectureId = lectureId,
            Index = index,
            Batch = index / 4,
            StartSample = index * SegmentSamples,
            EndSample = (index + 1) * SegmentSamples,
            Text = text,
            OriginalText = text,
            MeanLogProbability = -0.2,
            IsFlagged = false,
        };
    }

    private static SearchLineRow Line(Guid lectureId, SearchLineKind kind, int item, long start, string text) =>
        new() { LectureId = lectureId, Kind = kind, Item = item, StartSample = start, Text = text };

    private string Sentence() => string.Join(' ', Enumerable.Range(0, WordsPerSegment).Select(_ => Word(Rank())));

    /// <summary>Draws a rank by Zipf's law: the logarithm of the rank is even.</summary>
#pragma warning disable CA5394
    private int Rank() => (int)Math.Exp(_random.NextDouble() * Math.Log(Vocabulary)) - 1;
#pragma warning restore CA5394

    private static string Syllables(int rank)
    {
        const string consonants = "bdfgklmnprst";
        const string vowels = "aeiou";
        var word = "";
        for (var rest = rank; rest > 0; rest /= consonants.Length * vowels.Length)
            word += $"{consonants[rest % consonants.Length]}{vowels[rest / consonants.Length % vowels.Length]}";
        return word + "n";
    }
}
