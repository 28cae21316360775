using Lectern.Notes.Cards;
using Lectern.Notes.Summary;

namespace Lectern.Notes;

/// <summary>The segments of the transcript that something was made from.</summary>
/// <param name="FirstSegment">Index of the first.</param>
/// <param name="LastSegment">Index of the last.</param>
public readonly record struct Place(int FirstSegment, int LastSegment)
{
    /// <summary>Says where a sentence comes from.</summary>
    public static Place Of(CitedSentence cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        return new Place(cited.FirstSegment, cited.LastSegment);
    }

    /// <summary>Says where a key term comes from.</summary>
    public static Place Of(KeyTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Of(term.Source);
    }

    /// <summary>Says where a card comes from.</summary>
    public static Place Of(CardDraft card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new Place(card.FirstSegment, card.LastSegment);
    }

    /// <summary>Tells whether two places share a segment.</summary>
    public bool Touches(Place other) => FirstSegment <= other.LastSegment && other.FirstSegment <= LastSegment;
}
