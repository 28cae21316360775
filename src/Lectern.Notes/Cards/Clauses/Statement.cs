namespace Lectern.Notes.Cards.Clauses;

/// <summary>A clause of the lecture that cards can be made of.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Sentence">Index of the sentence of the lecture.</param>
/// <param name="Worth">How much it says of what the lecture is about; about 0 to 2.</param>
/// <param name="Clarity">How much of the lecture one must have heard to understand it.</param>
internal sealed record Statement(Clause Clause, int Sentence, double Worth, Clarity Clarity)
{
    /// <summary>Makes a card of the statement.</summary>
    /// <param name="kind">What the card asks for.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="factor">How much better or worse such cards are than others of the same statement.</param>
    public CardIdea Card(CardKind kind, string question, string answer, double factor) =>
        new(kind, Spoken.Tidy(question), Spoken.Tidy(answer), Sentence, Worth * factor)
        {
            Fault = Clarity == Clarity.Open ? CardFault.UnresolvedReference : null,
            NeedsTopic = Clarity == Clarity.OnTopic,
        };
}
