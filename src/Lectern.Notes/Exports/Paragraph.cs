using Lectern.Inference;

namespace Lectern.Notes.Exports;

/// <summary>Sentences of a transcript that are printed together.</summary>
public sealed record Paragraph
{
    /// <summary>The sentences with spaces between.</summary>
    public required string Text { get; init; }

    /// <summary>Offset of the first sample.</summary>
    public required long StartSample { get; init; }

    /// <summary>Index of the section that the paragraph stands in; 0 where the lecture has no outline.</summary>
    public required int Section { get; init; }

    /// <summary>When the paragraph begins.</summary>
    public TimeSpan Start => SampleClock.ToTime(StartSample);
}
