using System.Runtime.InteropServices;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>The finite verb of a clause with what belongs to it.</summary>
/// <param name="Words">All its words, adverbs between them included.</param>
/// <param name="Auxiliary">Index of the word that goes before the subject in a question; -1 where "do" is needed.</param>
/// <param name="Main">Index of the word that carries the meaning; a form of "be" where that is all there is.</param>
/// <param name="IsPassive">Whether it is a form of "be" with a past participle.</param>
/// <param name="IsNegative">Whether it has a "not".</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VerbGroup(Span Words, int Auxiliary, int Main, bool IsPassive, bool IsNegative)
{
    /// <summary>Whether the verb is "be" alone.</summary>
    public bool IsCopula => Auxiliary == Main;
}
