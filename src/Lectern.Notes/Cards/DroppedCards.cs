using System.Runtime.InteropServices;

namespace Lectern.Notes.Cards;

/// <summary>How many cards were dropped for one reason.</summary>
/// <param name="Fault">The reason.</param>
/// <param name="Count">The number of cards, above 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DroppedCards(CardFault Fault, int Count)
{
    /// <summary>The reason in words, to follow the count: "3 were dropped: the answer is too long".</summary>
    public string Reason => Fault switch
    {
        CardFault.UnresolvedPronoun => "a pronoun leaves open what is meant",
        CardFault.UnresolvedReference => "it leaves open which one is meant",
        CardFault.ClassroomTalk => "it is about the course, not about its subject",
        CardFault.AnswerTooLong => "the answer is too long",
        CardFault.AnswerInQuestion => "the question gives the answer away",
        CardFault.QuestionTooVague => "the question says too little to be understood alone",
        CardFault.QuestionTooLong => "the question is too long",
        CardFault.Duplicate => "another card asks much the same",
        _ => throw new InvalidOperationException($"There is no reason for the fault {Fault}."),
    };
}
