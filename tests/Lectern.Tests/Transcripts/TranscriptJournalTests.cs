using CsCheck;
using Lectern.Inference;
using Lectern.Inference.Speech;
using Lectern.Inference.Transcription;
using Lectern.Transcripts;

namespace Lectern.Tests.Transcripts;

public sealed class TranscriptJournalTests : IDisposable
{
    private static readonly JournalHeader Header = new(TranscriptJournal.FormatVersion, "12-ab", "moonshine-tiny", "0.1.0");

    private readonly TemporaryFolder _folder = new();

    private string JournalPath => _folder["journal.jsonl"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Batches_and_the_end_come_back_as_they_were_written()
    {
        WriteWhole(JournalPath);

        using var journal = TranscriptJournal.Open(JournalPath, Header);

        AssertSame([Batch(0), Batch(1)], journal.Batches);
        Assert.Equal(960_000, journal.EndSample);
    }

    [Fact]
    public void Opening_again_changes_no_byte()
    {
        WriteWhole(JournalPath);
        var before = File.ReadAllBytes(JournalPath);

        using (TranscriptJournal.Open(JournalPath, Header))
        {
            // Opening is what is tested.
        }

        Assert.Equal(before, File.ReadAllBytes(JournalPath));
    }

    [Fact]
    public void Every_number_comes_back_to_the_last_bit() => Gen.Double.Where(double.IsFinite).Sample(
        number =>
        {
            var path = _folder[Guid.NewGuid().ToString("N")];
            using (var journal = TranscriptJournal.Open(path, Header))
                journal.Append(Batch(0, number));
            using var again = TranscriptJournal.Open(path, Header);
            return BitConverter.DoubleToInt64Bits(again.Batches[0].Segments[0].MeanLogProbability) == BitConverter.DoubleToInt64Bits(number);
        },
        iter: 50);

    [Theory]
    [InlineData(2, "12-ab", "moonshine-tiny", "0.1.0")]
    [InlineData(1, "13-ab", "moonshine-tiny", "0.1.0")]
    [InlineData(1, "12-ab", "moonshine-base", "0.1.0")]
    [InlineData(1, "12-ab", "moonshine-tiny", "0.2.0")]
    public void Run_that_differs_in_anything_starts_afresh(int version, string recording, string model, string engine)
    {
        WriteWhole(JournalPath);
        var other = new JournalHeader(version, recording, model, engine);

        using (var journal = TranscriptJournal.Open(JournalPath, other))
        {
            Assert.Empty(journal.Batches);
            Assert.Null(journal.EndSample);
            journal.Append(Batch(0));
        }

        using var again = TranscriptJournal.Open(JournalPath, other);
        AssertSame([Batch(0)], again.Batches);
    }

    [Fact]
    public void File_that_was_cut_off_keeps_the_whole_lines_and_goes_on_to_the_same_bytes()
    {
        WriteWhole(JournalPath);
        var whole = File.ReadAllBytes(JournalPath);
        var cut = _folder["cut.jsonl"];

        // Around the end of each line and in its middle; every line ends up on the disk, so each further place costs milliseconds.
        int[] ends = [.. Enumerable.Range(1, whole.Length).Where(length => whole[length - 1] == (byte)'\n')];
        foreach (var length in ends.SelectMany(end => new[] { end - 40, end - 1, end, end + 1 }).Append(0).Where(length => length <= whole.Length))
        {
            File.WriteAllBytes(cut, whole[..length]);
            var lines = whole.AsSpan(0, length).Count((byte)'\n');
            using (var journal = TranscriptJournal.Open(cut, Header))
            {
                Assert.Equal(Math.Clamp(lines - 1, 0, 2), journal.Batches.Count);
                Assert.Equal(lines == 4, journal.EndSample is not null);
                Finish(journal);
            }

            Assert.Equal(whole, File.ReadAllBytes(cut));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("null\n")]
    [InlineData("not a journal\nat all\n")]
    [InlineData("[1,2,3]\n")]
    [InlineData("{\"header\":7}\n")]
    [InlineData("{\"endSample\":960000}\n")]
    public void Garbage_is_replaced_by_a_fresh_journal(string garbage)
    {
        File.WriteAllText(JournalPath, garbage);

        using (var journal = TranscriptJournal.Open(JournalPath, Header))
        {
            Assert.Empty(journal.Batches);
            Assert.Null(journal.EndSample);
            Finish(journal);
        }

        WriteWhole(_folder["fresh.jsonl"]);
        Assert.Equal(File.ReadAllBytes(_folder["fresh.jsonl"]), File.ReadAllBytes(JournalPath));
    }

    [Fact]
    public void Batch_that_is_known_is_not_written_twice()
    {
        WriteWhole(JournalPath);
        var before = File.ReadAllBytes(JournalPath);

        using (var journal = TranscriptJournal.Open(JournalPath, Header))
            Finish(journal);

        Assert.Equal(before, File.ReadAllBytes(JournalPath));
    }

    [Fact]
    public void Second_writer_is_refused_in_a_sentence()
    {
        using var first = TranscriptJournal.Open(JournalPath, Header);

        var error = Assert.Throws<LectureException>(() => TranscriptJournal.Open(JournalPath, Header));

        Assert.Contains($"'{JournalPath}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("another run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Journal_in_which_nothing_was_finished_is_removed()
    {
        using (TranscriptJournal.Open(JournalPath, Header))
            Assert.True(File.Exists(JournalPath));

        Assert.False(File.Exists(JournalPath));
    }

    [Fact]
    public void Missing_folder_is_made()
    {
        var path = Path.Combine(_folder["a"], "b", "journal.jsonl");

        using (var journal = TranscriptJournal.Open(path, Header))
            journal.Append(Batch(0));

        Assert.True(File.Exists(path));
    }

    private static void WriteWhole(string path)
    {
        using var journal = TranscriptJournal.Open(path, Header);
        Finish(journal);
    }

    private static void Finish(TranscriptJournal journal)
    {
        journal.Append(Batch(0));
        journal.Append(Batch(1));
        journal.Complete(960_000);
    }

    private static TranscribedBatch Batch(int index, double logProbability = -0.1) => new()
    {
        Index = index,
        Windows = [new SpeechSpan(index * 1000L, index * 1000L + 900)],
        Segments =
        [
            new TranscriptSegment
            {
                StartSample = index * 1000L,
                EndSample = index * 1000L + 800,
                Text = "Naïve \"sleep\", Schlaf 睡眠.",
                MeanLogProbability = logProbability,
                IsFlagged = index == 1,
            },
        ],
    };

    private static void AssertSame(IReadOnlyList<TranscribedBatch> expected, IReadOnlyList<TranscribedBatch> actual)
    {
        Assert.Equal(expected.Select(batch => batch.Index), actual.Select(batch => batch.Index));
        Assert.Equal(expected.SelectMany(batch => batch.Windows), actual.SelectMany(batch => batch.Windows));
        Assert.Equal(expected.SelectMany(batch => batch.Segments), actual.SelectMany(batch => batch.Segments));
    }
}
