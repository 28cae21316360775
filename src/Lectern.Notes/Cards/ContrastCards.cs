using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks for what tells two things apart: "What is the difference between a comet and an asteroid?"</summary>
internal static class ContrastCards
{
    private const double Worth = 1.3;
    private const int FewestAnswerWords = 3;
    private const double FewestTold = 0.4;

    /// <summary>Returns the card of a sentence that sets two things against each other, or null.</summary>
    /// <param name="spoken">The sentence, tidied.</param>
    /// <param name="index">Its index in the lecture.</param>
    /// <param name="anchors">The weights of the words.</param>
    /// <param name="references">What is understood by itself.</param>
    public static CardIdea? Of(TaggedSentence spoken, int index, Anchors anchors, References references) =>
        Difference(spoken, index, references) ?? Whereas(spoken, index, anchors, references);

    // "The difference between a comet and an asteroid is that a comet has a tail."
    private static CardIdea? Difference(TaggedSentence spoken, int index, References references)
    {
        if (spoken.Lower(0) is not "the" || Enumerable.Range(1, 2).FirstOrDefault(word => spoken.Lower(word) is "difference" && spoken.Lower(word + 1) is "between", -1) is not (> 0 and var noun))
            return null;
        var be = Enumerable.Range(noun, spoken.Count - noun).FirstOrDefault(word => spoken.Is(word, PartOfSpeech.Be), -1);
        var asked = new Span(0, Math.Max(0, be));
        if (be < noun + 4 || !Enumerable.Range(noun, be - noun).Any(word => spoken.Lower(word) is "and") || !spoken.Touches(be))
            return null;
        // "Is a very vague one" tells no difference.
        if (be < 0 || spoken.Lower(be + 1) is not "that")
            return null;
        var first = be + 2;
        var answer = new Span(first, spoken.Count);
        if (answer.Length is < FewestAnswerWords or > CardFilter.MaxAnswerWords || spoken.Is(first, PartOfSpeech.Pronoun))
            return null;
        return new CardIdea(CardKind.Basic, $"What {spoken.Lower(be)} {spoken.Small(asked)}?", spoken.Parsed.Slice(answer.First, answer.End), index, Worth)
        {
            // The phrase names itself; only what it speaks of may be open.
            Fault = references.AreClear(spoken, new Span(noun + 2, be)) ? null : CardFault.UnresolvedReference,
        };
    }

    // "Most deep sleep comes early, whereas dreams come late": what comes early, whereas dreams come late?
    private static CardIdea? Whereas(TaggedSentence spoken, int index, Anchors anchors, References references)
    {
        var joint = Enumerable.Range(1, Math.Max(0, spoken.Count - 1)).FirstOrDefault(word => spoken.Lower(word) is "whereas", -1);
        if (joint < 0 || Clause.At(spoken, 0) is not { } clause || clause.Rest.End != joint || Clause.At(spoken, joint + 1) is not { } other)
            return null;
        if (other.Rest.End != spoken.Count || !clause.Lead.IsEmpty || !other.Lead.IsEmpty || !other.Aside.IsEmpty || !clause.Aside.IsEmpty)
            return null;
        if (anchors.Sum(spoken, clause.Subject) < FewestTold || SubjectCards.Agreeing(clause) is not { } verb)
            return null;
        var asked = AnswerKinds.Of(spoken, clause.Subject) == AnswerKind.Person ? "Who" : "What";
        var question = $"{asked} {verb} {spoken.Parsed.Slice(clause.Rest.First, clause.Rest.End)}, whereas {spoken.Parsed.Slice(joint + 1, spoken.Count)}?";
        var isClear = references.AreClear(spoken, new Span(0, joint)) && references.AreClear(spoken, other.Subject);
        return new CardIdea(CardKind.Basic, Spoken.Tidy(question), clause.SubjectText, index, Worth)
        {
            Fault = isClear && !Pronouns.AreOpen(spoken.Parsed.Words, isReason: false) ? null : CardFault.UnresolvedReference,
        };
    }
}
