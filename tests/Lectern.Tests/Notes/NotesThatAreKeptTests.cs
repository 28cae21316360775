using Lectern.Data;
using Lectern.Inference;
using Lectern.Notes;
using Lectern.Notes.Summary;
using Lectern.Sessions;

namespace Lectern.Tests.Notes;

public sealed class NotesThatAreKeptTests
{
    private static readonly IReadOnlyList<TranscriptSegment> Transcript = Lecture();

    [Fact]
    public void Notes_read_back_are_the_notes_that_were_written()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);

        var again = NotesJson.Read(NotesJson.Write(notes));

        Assert.Equal(NotesJson.Write(notes), NotesJson.Write(again));
        Assert.NotEmpty(again.Cards);
        Assert.NotEmpty(again.Summaries[SummaryStyle.Brief]);
    }

    [Fact]
    public void Every_piece_has_a_key_of_its_own()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 7);

        var keys = Keys(notes);

        Assert.Equal(keys.Distinct().Count(), keys.Count);
        Assert.All(keys, key => Assert.InRange(key, 7, notes.NextKey - 1));
    }

    [Fact]
    public void Nothing_is_stale_before_the_transcript_is_changed()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);

        Assert.All(notes.Cards, card => Assert.False(RefreshNotes.IsStale(card, Place.Of(card.Value), Transcript)));
    }

    [Fact]
    public void Refreshing_replaces_only_what_was_made_of_changed_words()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);
        var card = notes.Cards[0];
        var changed = Change(Transcript, card.Value.FirstSegment, "Nothing of what stood here before is said any more in this place of the lecture.");
        Assert.True(RefreshNotes.IsStale(card, Place.Of(card.Value), changed));

        var fresh = RefreshNotes.Run(notes, changed, "en", []);

        Assert.DoesNotContain(fresh.Cards, other => other.Key == card.Key);
        var untouched = notes.Cards.Where(other => !RefreshNotes.IsStale(other, Place.Of(other.Value), changed)).ToList();
        Assert.NotEmpty(untouched);
        Assert.All(untouched, other => Assert.Contains(fresh.Cards, kept => kept.Key == other.Key && string.Equals(kept.Value.Question, other.Value.Question, StringComparison.Ordinal)));
        Assert.All(fresh.Cards, other => Assert.False(RefreshNotes.IsStale(other, Place.Of(other.Value), changed)));
        Assert.Equal(fresh.Sentences.Count - 1, fresh.Sections[^1].LastSentence);
        Assert.Equal(Keys(fresh).Count, Keys(fresh).Distinct().Count());
    }

    [Fact]
    public void Refreshing_keeps_what_the_user_wrote_and_took_out()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);
        var (first, second) = (notes.Cards[0], notes.Cards[1]);
        notes = ChangeNotes.Run(notes, new LectureEdit(EditTarget.CardAnswer, first.Key, "my own answer")).Notes;
        notes = ChangeNotes.Run(notes, new LectureEdit(EditTarget.CardPresence, second.Key, "removed")).Notes;
        var changed = Change(Change(Transcript, first.Value.FirstSegment, "Other words."), second.Value.FirstSegment, "Other words too.");

        var fresh = RefreshNotes.Run(notes, changed, "en", []);

        Assert.Equal("my own answer", fresh.Cards.Single(card => card.Key == first.Key).Value.Answer);
        Assert.True(fresh.Cards.Single(card => card.Key == second.Key).IsRemoved);
    }

    [Fact]
    public void Change_keeps_the_original_until_it_reads_like_it_again()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);
        var sentence = notes.Summaries[SummaryStyle.Standard][0];

        var (changed, before) = ChangeNotes.Run(notes, new LectureEdit(EditTarget.SummarySentence, sentence.Key, "In my own words."));
        var (back, _) = ChangeNotes.Run(changed, new LectureEdit(EditTarget.SummarySentence, sentence.Key, before));

        Assert.Equal(sentence.Value.Text, before);
        Assert.Equal("In my own words.", changed.Summaries[SummaryStyle.Standard][0].Value.Text);
        Assert.Equal(sentence.Value, changed.Summaries[SummaryStyle.Standard][0].Original);
        Assert.Equal(NotesJson.Write(notes), NotesJson.Write(back));
    }

    [Fact]
    public void Change_of_a_piece_that_is_not_there_is_refused()
    {
        var notes = WriteNotes.Run(Transcript, "en", firstKey: 1);

        Assert.Throws<LectureException>(() => ChangeNotes.Run(notes, new LectureEdit(EditTarget.CardAnswer, notes.NextKey, "nothing")));
        Assert.Throws<LectureException>(() => ChangeNotes.Run(notes, new LectureEdit(EditTarget.CardPresence, notes.Cards[0].Key, "perhaps")));
    }

    private static List<int> Keys(StoredNotes notes) =>
    [
        .. notes.Summaries.Values.SelectMany(style => style.Select(item => item.Key)),
        .. notes.KeyTerms.Select(item => item.Key),
        .. notes.Cards.Select(item => item.Key),
    ];

    private static List<TranscriptSegment> Change(IReadOnlyList<TranscriptSegment> transcript, int segment, string text) =>
        [.. transcript.Select((old, i) => i == segment ? old with { Text = text } : old)];

    private static List<TranscriptSegment> Lecture()
    {
        string[] sentences =
        [
            "Photosynthesis is the process by which plants turn light into chemical energy.",
            "The process takes place in the chloroplasts of the leaf.",
            "Chlorophyll is the pigment that absorbs the light.",
            "Jan Ingenhousz discovered in 1779 that plants need sunlight to make oxygen.",
            "Water is split into oxygen and hydrogen during the light reactions.",
            "The Calvin cycle is the set of reactions that builds sugar from carbon dioxide.",
            "There are three stages of the Calvin cycle: fixation, reduction and regeneration.",
            "Respiration is the release of energy from sugar.",
            "Mitochondria are the organelles in which respiration takes place.",
            "Glycolysis splits a molecule of glucose into two molecules of pyruvate.",
            "A molecule of glucose gives about thirty molecules of adenosine triphosphate.",
            "Fermentation is respiration without oxygen, which yeast uses to make alcohol.",
        ];
        var length = SampleClock.ToSample(TimeSpan.FromSeconds(6));
        return
        [
            .. sentences.Select((text, i) => new TranscriptSegment { StartSample = i * length, EndSample = ((i + 1) * length) - 1, Text = text, MeanLogProbability = -0.1 }),
        ];
    }
}
