using Lectern.Notes.Cards;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Writers;

/// <summary>What was made of a transcript. In the order of the lecture, but for the cards, whose first is the most important; all of it cites samples and segments.</summary>
public sealed record LectureNotes
{
    /// <summary>The notes of a lecture of which none were made.</summary>
    public static LectureNotes Empty { get; } = new()
    {
        Sentences = [],
        Sections = [],
        Summary = [],
        KeyTerms = [],
        Cards = CardSet.Empty,
    };

    /// <summary>The sentences that all indices of sentences point into.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The outline; the sections together hold every sentence once.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The summary; empty for a lecture too short to be summarised. A new section begins a new paragraph in the detailed style.</summary>
    public required IReadOnlyList<CitedSentence> Summary { get; init; }

    /// <summary>The key terms, the most important first.</summary>
    public required IReadOnlyList<KeyTerm> KeyTerms { get; init; }

    /// <summary>The cards, and how many were dropped and why.</summary>
    public required CardSet Cards { get; init; }
}
