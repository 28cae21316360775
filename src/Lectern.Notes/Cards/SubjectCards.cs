using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks for who or what did something: "Who proposed continental drift?"</summary>
internal static class SubjectCards
{
    private const int MostAnswerWords = 7;
    private const double Factor = 1.05;
    private const double LooseFactor = 0.7;
    private const double FewestTold = 1.2;

    /// <summary>Returns the card of a statement, or null where its subject is no answer.</summary>
    public static CardIdea? Of(Statement statement, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (clause.Subject.Length > MostAnswerWords || clause.Verb.IsNegative || clause.Rest.IsEmpty || clause.Sentence.Is(clause.Rest.First, PartOfSpeech.To, PartOfSpeech.Subordinator) || Verbs.IsVague(sentence, clause.Verb))
            return null;
        var told = anchors.Count(sentence, clause.Rest) + anchors.Count(sentence, clause.Lead);
        if (anchors.Count(sentence, clause.Subject) == 0 || told == 0 || clause.Rest.Length < 2 || anchors.Sum(sentence, clause.Rest) < FewestTold)
            return null;
        var kind = AnswerKinds.Of(sentence, clause.Subject);
        var isPerson = kind == AnswerKind.Person || (kind == AnswerKind.Name && Verbs.NeedsPerson(sentence, clause.Verb));
        // "Washington killed …": who or what?
        if (kind is AnswerKind.Place && sentence.Is(clause.Verb.Main, PartOfSpeech.Past))
            return null;
        if (clause.Verb.IsPassive && sentence.Lower(clause.Verb.Main) is "named" or "called" or "known")
            return null;
        // "Who is at the Academy", "what is lighter than the ocean", "what is the CO bond": where, how much and which, not who or what.
        if (clause.Verb.IsCopula && (sentence.Is(clause.Rest.First, PartOfSpeech.Preposition) || KindCards.IsOpinion(sentence.Lower(Math.Min(clause.Subject.First + 1, clause.Subject.End - 1)))
            || Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => sentence.Lower(word) is "than")))
            return null;
        if ((kind is AnswerKind.Name && !isPerson) || kind is AnswerKind.Year or AnswerKind.Number)
            return null;
        if (sentence.Is(clause.Verb.Words.First, PartOfSpeech.Do) || (!clause.Lead.IsEmpty && !IsTimeOrPlace(sentence, clause.Lead)) || Agreeing(clause) is not { } verb)
            return null;
        var lead = clause.Lead.IsEmpty ? string.Empty : Summary.Prose.Capitalise(sentence.Parsed.Slice(clause.Lead.First, clause.Lead.End)) + ", ";
        var asked = isPerson ? "who" : "what";
        var rest = sentence.Parsed.Slice(clause.Rest.First, clause.Rest.End);
        // "The excess" and "the frieze" answer nothing to who has not heard of which.
        var isLoose = sentence.Lower(clause.Subject.First) is "the" && clause.Subject.Length < 3 && !sentence.Is(clause.Subject.End - 1, PartOfSpeech.Name);
        return statement.Card(CardKind.Basic, Summary.Prose.Capitalise($"{lead}{asked} {verb} {rest}?"), clause.SubjectText, isLoose ? LooseFactor : Factor);
    }

    // Before another phrase the question word would seem to go on with it: "through Tolstoy, who …".
    private static bool IsTimeOrPlace(TaggedSentence sentence, Span lead) =>
        sentence.Lower(lead.First) is "in" or "during" or "throughout" or "after" or "before" or "under" or "at" or "to" or "according" or "since" && !sentence.Is(lead.End - 1, PartOfSpeech.Name);

    // "Plants make" becomes "what makes"; "are" and "were" may stay, since the answer is plural.
    private static string? Agreeing(Clause clause)
    {
        var (sentence, verb) = (clause.Sentence, clause.Verb);
        var text = sentence.Parsed.Slice(verb.Words.First, verb.Words.End);
        if (verb.Auxiliary >= 0 && sentence.Lower(verb.Auxiliary) is "are" or "were" or "have")
            text = sentence.Lower(verb.Auxiliary) switch { "are" => "is", "were" => "was", _ => "has" } + sentence.Parsed.Text[sentence.Parsed.Words[verb.Words.First].End..sentence.Parsed.Words[verb.Words.End - 1].End];
        if (!sentence.Is(verb.Main, PartOfSpeech.Verb) || verb.Auxiliary >= 0)
            return sentence.Is(verb.Main, PartOfSpeech.Have) && sentence.Lower(verb.Main) is "have" && verb.Auxiliary < 0 ? null : text;
        var form = sentence.Lower(verb.Main);
        return verb.Words.Length == 1 ? Verbs.ThirdPerson(form) : null;
    }
}
