using Lectern.Notes.Marks;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Writers;

/// <summary>What notes are wanted.</summary>
public sealed record NoteOptions
{
    /// <summary>How long the summary is; <see cref="SummaryStyle.Standard"/> unless told.</summary>
    public SummaryStyle Style { get; init; } = SummaryStyle.Standard;

    /// <summary>The most cards to make, 0 or more; 20 unless told.</summary>
    public int Cards { get; init; } = 20;

    /// <summary>The language of the lecture as a BCP 47 tag ("en", "pt-BR"); "en" unless told.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the listener marked; what was said there has a better chance. None unless told.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];
}
