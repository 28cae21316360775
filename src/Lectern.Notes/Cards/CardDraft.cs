using Lectern.Inference;

namespace Lectern.Notes.Cards;

/// <summary>A card as the writer proposes it, with the seconds of the lecture that it came from.</summary>
public sealed record CardDraft
{
    /// <summary>Sixteen hexadecimal digits that stay the same as long as kind, question, answer and range do.</summary>
    public required string Id { get; init; }

    /// <summary>What the card asks for.</summary>
    public required CardKind Kind { get; init; }

    /// <summary>The question; for <see cref="CardKind.Cloze"/> the sentence with one gap <c>{{c1::answer}}</c>.</summary>
    public required string Question { get; init; }

    /// <summary>The answer: a few words from the lecture.</summary>
    public required string Answer { get; init; }

    /// <summary>Up to three wrong answers of the same kind from the same lecture, for a quiz; empty where there are no good ones.</summary>
    public IReadOnlyList<string> Distractors { get; init; } = [];

    /// <summary>How good the card promises to be; only the order within a lecture counts.</summary>
    public double Score { get; init; }

    /// <summary>Index of the sentence that the card was made from.</summary>
    public required int Sentence { get; init; }

    /// <summary>Index of the section that the sentence stands in.</summary>
    public required int Section { get; init; }

    /// <summary>Offset of the first sample of the sentence.</summary>
    public required long StartSample { get; init; }

    /// <summary>Offset of the sample after the last one of the sentence.</summary>
    public required long EndSample { get; init; }

    /// <summary>Index of the segment in which the sentence begins.</summary>
    public required int FirstSegment { get; init; }

    /// <summary>Index of the segment in which the sentence ends.</summary>
    public required int LastSegment { get; init; }

    /// <summary>When the sentence begins.</summary>
    public TimeSpan Start => SampleClock.ToTime(StartSample);

    /// <summary>When the sentence ends.</summary>
    public TimeSpan End => SampleClock.ToTime(EndSample);
}
