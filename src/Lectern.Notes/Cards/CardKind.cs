namespace Lectern.Notes.Cards;

/// <summary>What a card asks for.</summary>
public enum CardKind
{
    /// <summary>"What is X?" with what X is for an answer.</summary>
    Definition,

    /// <summary>A sentence with a gap, marked <c>{{c1::answer}}</c> as Anki does.</summary>
    Cloze,

    /// <summary>A question with a short answer.</summary>
    Basic,

    /// <summary>A question for all the members of a short list.</summary>
    List,
}
