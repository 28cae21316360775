using Lectern.Inference;
using Lectern.Notes;
using Lectern.Notes.Marks;
using Lectern.Notes.Summary;
using Lectern.Tests.Hosting;

namespace Lectern.Tests.Notes;

public sealed class RemakeNotesTests
{
    private static readonly IReadOnlyList<TranscriptSegment> Transcript = OwnLecture.Transcript;

    [Fact]
    public void Notes_of_no_marks_are_kept_as_before_and_say_nothing_of_marks() =>
        Assert.DoesNotContain("Marks", NotesJson.Write(WriteNotes.Run(Transcript, "en", firstKey: 1)), StringComparison.Ordinal);

    [Fact]
    public void Remaking_with_the_same_marks_changes_nothing()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1, [Exam(33)]);

        var again = RemakeNotes.Run(notes, Transcript, "en", [Exam(33)]);

        Assert.Equal(NotesJson.Write(notes with { NextKey = 0 }), NotesJson.Write(again with { NextKey = 0 }));
    }

    [Fact]
    public void Marked_sentence_gets_in_and_what_stays_keeps_its_key()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);
        var mark = Enumerable.Range(0, Transcript.Count).Select(i => Exam(Transcript[i].End.TotalSeconds)).First(exam => Texts(WriteNotes.Run(Transcript, "en", 1, [exam])) != Texts(notes));

        var marked = RemakeNotes.Run(notes, Transcript, "en", [mark]);

        Assert.Equal(Texts(WriteNotes.Run(Transcript, "en", 1, [mark])), Texts(marked));
        Assert.All(marked.Cards, card => Assert.Equal(card.Key, notes.Cards.FirstOrDefault(old => string.Equals(old.Value.Question, card.Value.Question, StringComparison.Ordinal))?.Key ?? card.Key));
        Assert.Contains(marked.Cards, card => card.Key < notes.NextKey);
        Assert.NotNull(marked.Marks);
    }

    [Fact]
    public void What_the_user_wrote_or_took_out_stays()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);
        var (edited, removed) = (notes.Cards[0], notes.Cards[^1]);
        notes = ChangeNotes.Run(notes, new(Lectern.Data.EditTarget.CardAnswer, edited.Key, "My own words")).Notes;
        notes = ChangeNotes.Run(notes, new(Lectern.Data.EditTarget.CardPresence, removed.Key, "removed")).Notes;

        var marked = RemakeNotes.Run(notes, Transcript, "en", [Exam(10), Exam(25)]);

        Assert.Equal("My own words", marked.Cards.Single(card => card.Key == edited.Key).Value.Answer);
        Assert.True(marked.Cards.Single(card => card.Key == removed.Key).IsRemoved);
        Assert.Equal(marked.Cards.Count, marked.Cards.Select(card => card.Key).Distinct().Count());
        Assert.DoesNotContain(marked.Cards, card => card.Key != removed.Key && card.Value.FirstSegment == removed.Value.FirstSegment);
    }

    private static string Texts(StoredNotes notes) => string.Join('\n', notes.Summaries[SummaryStyle.Brief].Concat(notes.Summaries[SummaryStyle.Standard]).Select(sentence => sentence.Value.Text));

    private static Mark Exam(double seconds) => new() { Kind = MarkKind.Exam, StartSample = (long)(seconds * SampleClock.Rate), EndSample = (long)(seconds * SampleClock.Rate) };
}
