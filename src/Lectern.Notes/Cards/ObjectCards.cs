using System.Collections.Frozen;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks for what something does, has or leads to: "What does the rate depend on?"</summary>
internal static class ObjectCards
{
    private const int MostAnswerWords = 9;
    private const double Factor = 1.0;
    private const double WeakFactor = 0.6;
    private const double FewestTold = 1.4;

    private static readonly FrozenSet<string> Stranded = "on from to into with of as for by".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unfinished = "include regard consider deem view call contain comprise".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the card of a statement, or null where no answer follows its verb.</summary>
    public static CardIdea? Of(Statement statement, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (clause.Verb.IsCopula || sentence.Is(clause.Verb.Main, PartOfSpeech.Be) || clause.Verb.IsNegative || clause.Rest.IsEmpty || anchors.Count(sentence, clause.Subject) == 0)
            return null;
        var isStranded = Stranded.Contains(sentence.Lower(clause.Rest.First)) && (clause.Verb.IsPassive || !Verbs.IsVague(sentence, clause.Verb));
        if (!isStranded && Verbs.IsVague(sentence, clause.Verb))
            return null;
        var answer = NounPhrases.Extended(sentence, clause.Rest.First + (isStranded ? 1 : 0));
        if (answer.IsEmpty || answer.End > clause.Rest.End || answer.Length > MostAnswerWords || anchors.Sum(sentence, answer) < 0.2)
            return null;
        if (!CanAnswer(statement, anchors, answer))
            return null;
        if (isStranded && answer.End < clause.Rest.End)
            answer = new Span(answer.First, clause.Rest.End);
        if (answer.Length > MostAnswerWords || (clause.Verb.IsPassive && !isStranded) || IsTime(sentence, answer))
            return null;
        return Ask(statement, anchors, answer, isStranded ? " " + sentence.Lower(clause.Rest.First) : string.Empty);
    }

    // "Include" is half of a list, "regard" wants an "as"; a bare number has no unit, and an opinion or a chance word is no fact.
    private static bool CanAnswer(Statement statement, Anchors anchors, Span answer)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        return !((clause.Verb.IsPassive || answer.End == clause.Rest.End) && Verbs.WantsMore(sentence, clause.Verb)) && !Unfinished.Contains(WordForms.VerbLemma(sentence.Lower(clause.Verb.Main)) ?? string.Empty) && !sentence.Is(clause.Subject.End - 1, PartOfSpeech.Number)
            && AnswerKinds.Of(sentence, answer) is not (AnswerKind.Number or AnswerKind.Year) && !anchors.IsChance(sentence, answer)
            && !Enumerable.Range(answer.First, answer.Length).Any(word => KindCards.IsOpinion(sentence.Lower(word)));
    }

    private static CardIdea? Ask(Statement statement, Anchors anchors, Span answer, string stranded)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        var told = anchors.Sum(sentence, clause.Subject) + anchors.Sum(sentence, clause.Lead) + anchors.Sum(sentence, new Span(answer.End, clause.Rest.End));
        if (told + (clause.Verb.IsPassive ? 0 : anchors.Of(sentence, clause.Verb.Main)) < FewestTold || Inversion.Of(clause) is not { } verb)
            return null;
        var tail = answer.End < clause.Rest.End ? " " + sentence.Parsed.Slice(answer.End, clause.Rest.End) : string.Empty;
        if (tail.Length > 0 && (!sentence.Is(answer.End, PartOfSpeech.Preposition) || sentence.Lower(answer.End) is "of"))
            return null;
        var asked = AnswerKinds.Of(sentence, answer) == AnswerKind.Person ? "whom" : "what";
        if (Enumerable.Range(clause.Lead.First, clause.Lead.Length).Any(word => string.Equals(sentence.Lower(word), sentence.Lower(clause.Subject.End - 1), StringComparison.Ordinal)))
            return null;
        var lead = clause.Lead.IsEmpty ? string.Empty : sentence.Parsed.Slice(clause.Lead.First, clause.Lead.End) + ", ";
        var question = $"{lead}{asked} {verb.Auxiliary} {clause.SubjectText} {verb.Remainder}{tail}{stranded}?";
        return statement.Card(CardKind.Basic, Summary.Prose.Capitalise(question), sentence.Parsed.Slice(answer.First, answer.End), anchors.Count(sentence, answer) == 0 ? WeakFactor : Factor);
    }

    private static bool IsTime(TaggedSentence sentence, Span answer) =>
        AnswerKinds.Of(sentence, answer) == AnswerKind.Year || EnglishLexicon.Find(sentence.Lower(answer.End - 1)) is { Kind: NounKind.Time };
}
