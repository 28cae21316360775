namespace Lectern.Notes.Cards.Clauses;

/// <summary>A clause of the lecture that cards can be made of.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Sentence">Index of the sentence of the lecture.</param>
/// <param name="Worth">How much it says of what the lecture is about; about 0 to 2.</param>
/// <param name="IsClear">Whether it is understood by who has not heard the lecture.</param>
internal sealed record Statement(Clause Clause, int Sentence, double Worth, bool IsClear)
{
    /// <summary>Makes a card of the statement.</summary>
    /// <param name="kind">What the card asks for.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="factor">How much better or worse such cards are than others of the same statement.</param>
    /// <param name="least">The least that such a card is worth, whatever the statement is.</param>
    public CardIdea Card(CardKind kind, string question, string answer, double factor, double least = 0) =>
        new(kind, Spoken.Tidy(question), Spoken.Tidy(answer), Sentence, Math.Max(Worth * factor, least))
        {
            Fault = IsClear ? null : CardFault.UnresolvedReference,
        };
}
