using Lectern.Notes.Cards;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes;

/// <summary>The notes of a lecture as they are kept: every style of summary, each piece with a key, the user's changes beside the originals.</summary>
public sealed record StoredNotes
{
    /// <summary>The sentences that all indices of sentences point into.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The outline; its key points are citations of the sentences.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The summary in each style; empty lists for a lecture too short to be summarised.</summary>
    public required IReadOnlyDictionary<SummaryStyle, IReadOnlyList<NoteItem<CitedSentence>>> Summaries { get; init; }

    /// <summary>The key terms, the most important first.</summary>
    public required IReadOnlyList<NoteItem<KeyTerm>> KeyTerms { get; init; }

    /// <summary>The cards, in the order of the lecture; those that were taken out too.</summary>
    public required IReadOnlyList<NoteItem<CardDraft>> Cards { get; init; }

    /// <summary>Why cards were dropped, and how many.</summary>
    public required IReadOnlyList<DroppedCards> Dropped { get; init; }

    /// <summary>Fingerprint of the marks that weighed when the notes were made; null where none did.</summary>
    public string? Marks { get; init; }

    /// <summary>The key of the next piece that is added.</summary>
    public required int NextKey { get; init; }
}
