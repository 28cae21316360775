using Bunit;
using Lectern.Components.Lectures;
using Lectern.Data;
using Lectern.Library;
using Lectern.Sessions;

namespace Lectern.Tests.Components;

public sealed class TranscriptTabTests
{
    private const int Second = 16_000;
    private static readonly Guid Lecture = Guid.NewGuid();

    [Fact]
    public void Silence_of_ten_seconds_is_told_before_between_and_after_the_words()
    {
        using var context = new BunitContext();

        var tab = Draw(context, [Segment(0, 12, 20, "First."), Segment(1, 29, 33, "Soon after."), Segment(2, 50, 55, "Late.")], durationSeconds: 80);

        Assert.Equal(["No speech 00:00–00:12", "No speech 00:33–00:50", "No speech 00:55–01:20"], tab.FindAll(".gap").Select(gap => gap.TextContent));
    }

    [Fact]
    public void Doubtful_words_are_marked_until_someone_corrected_them()
    {
        using var context = new BunitContext();

        var tab = Draw(context,
        [
            Segment(0, 0, 2, "Sure."),
            Segment(1, 2, 4, "Mumbled.", probability: -1.4),
            Segment(2, 4, 6, "Again and again.", isFlagged: true),
            Segment(3, 6, 8, "Corrected.", probability: -1.4, original: "Corrupted."),
        ]);

        Assert.Equal(["words", "words unsure", "words unsure", "words edited"], tab.FindAll(".words").Select(words => words.ClassName));
        Assert.Contains("repeated itself", tab.FindAll(".words")[2].GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_text_and_never_markup()
    {
        using var context = new BunitContext();

        var tab = Draw(context, [Segment(0, 0, 2, "<img src=x onerror=alert(1)> & so on")]);

        Assert.Empty(tab.FindAll("img"));
        Assert.Equal("<img src=x onerror=alert(1)> & so on", tab.Find(".words").TextContent);
    }

    [Fact]
    public void Pencil_turns_one_row_into_a_field_that_says_what_it_is()
    {
        using var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        var tab = Draw(context, [Segment(0, 0, 2, "One."), Segment(1, 2, 4, "Two.")]);

        tab.FindAll("[data-begin-edit]")[1].Click();

        var field = Assert.Single(tab.FindAll("textarea"));
        Assert.Equal(("Segment", "1", "Two."), (field.GetAttribute("data-edit"), field.GetAttribute("data-item"), field.GetAttribute("value")));
        field.FocusOut();
        Assert.Empty(tab.FindAll("textarea"));
    }

    private static IRenderedComponent<TranscriptTab> Draw(BunitContext context, IReadOnlyList<SegmentRow> segments, int durationSeconds = 10) =>
        context.Render<TranscriptTab>(parameters => parameters
            .Add(tab => tab.View, new LectureView
            {
                Row = new LectureRow
                {
                    Id = Lecture,
                    OwnerId = Guid.NewGuid(),
                    Title = "A lecture",
                    FileName = "a.mp3",
                    CreatedAt = DateTimeOffset.UnixEpoch,
                    Model = "m",
                    Language = "en",
                    DurationSamples = durationSeconds * Second,
                },
                Segments = segments,
                Notes = null,
                Tags = [],
                Edits = [],
            })
            .Add(tab => tab.Progress, new LectureProgress { LectureId = Lecture, Version = 1, Stage = LectureStage.Done }));

    private static SegmentRow Segment(int index, int from, int until, string text, double probability = -0.1, bool isFlagged = false, string? original = null) => new()
    {
        LectureId = Lecture,
        Index = index,
        Batch = 0,
        StartSample = from * Second,
        EndSample = until * Second,
        Text = text,
        OriginalText = original ?? text,
        MeanLogProbability = probability,
        IsFlagged = isFlagged,
    };
}
