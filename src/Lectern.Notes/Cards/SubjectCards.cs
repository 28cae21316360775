using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks for who or what did something: "Who proposed continental drift?"</summary>
internal static class SubjectCards
{
    private const int MostAnswerWords = 7;
    private const double Factor = 1.05;
    private const double LooseFactor = 0.7;
    private const double ContrastFactor = 1.4;
    private const double FewestTold = 1.2;

    /// <summary>Returns the card of a statement, or null where its subject is no answer.</summary>
    public static CardIdea? Of(Statement statement, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        var isContrast = !clause.Lead.IsEmpty && sentence.Lower(clause.Lead.First) is "unlike";
        if (clause.Subject.Length > MostAnswerWords || (clause.Verb.IsNegative && !isContrast) || clause.Rest.IsEmpty || clause.Sentence.Is(clause.Rest.First, PartOfSpeech.To, PartOfSpeech.Subordinator) || Verbs.IsVague(sentence, clause.Verb))
            return null;
        var told = anchors.Count(sentence, clause.Rest) + anchors.Count(sentence, clause.Lead);
        if (anchors.Count(sentence, clause.Subject) == 0 || told == 0 || clause.Rest.Length < 2 || anchors.Sum(sentence, clause.Rest) + (isContrast ? anchors.Sum(sentence, clause.Lead) : 0) < FewestTold)
            return null;
        var kind = AnswerKinds.Of(sentence, clause.Subject);
        var isPerson = kind == AnswerKind.Person || (kind == AnswerKind.Name && Verbs.NeedsPerson(sentence, clause.Verb));
        // "Washington killed …": who or what?
        if (kind is AnswerKind.Place && sentence.Is(clause.Verb.Main, PartOfSpeech.Past))
            return null;
        if (clause.Verb.IsPassive && sentence.Lower(clause.Verb.Main) is "named" or "called" or "known")
            return null;
        // "Regarded as …" without its "was"; "sent Cardenio" without where.
        if (!clause.Verb.IsPassive && (sentence.Lower(clause.Rest.First) is "as" || NounPhrases.Extended(sentence, clause.Rest.First).End == clause.Rest.End) && Verbs.WantsMore(sentence, clause.Verb))
            return null;
        if ((clause.Verb.IsCopula && IsAnyKind(sentence, clause.Rest)) || (!isContrast && IsTrueOfMany(clause, isPerson)))
            return null;
        // "Who is at the Academy", "what is lighter than the ocean", "what is the CO bond": where, how much and which, not who or what.
        if (sentence.Is(clause.Verb.Main, PartOfSpeech.Be) && (!clause.Verb.IsCopula || sentence.Is(clause.Rest.First, PartOfSpeech.Preposition) || KindCards.IsOpinion(sentence.Lower(Math.Min(clause.Subject.First + 1, clause.Subject.End - 1)))
            || Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => sentence.Lower(word) is "than")))
            return null;
        if ((kind is AnswerKind.Name && !isPerson) || kind is AnswerKind.Year or AnswerKind.Number)
            return null;
        if ((sentence.Is(clause.Verb.Words.First, PartOfSpeech.Do) && !isContrast) || (!clause.Lead.IsEmpty && !isContrast && !IsTimeOrPlace(sentence, clause.Lead)) || Agreeing(clause) is not { } verb)
            return null;
        var lead = clause.Lead.IsEmpty ? string.Empty : Summary.Prose.Capitalise(sentence.Parsed.Slice(clause.Lead.First, clause.Lead.End)) + ", ";
        var asked = isPerson ? "who" : "what";
        var rest = sentence.Parsed.Slice(clause.Rest.First, clause.Rest.End);
        // "The excess" and "the frieze" answer nothing to who has not heard of which.
        var isLoose = sentence.Lower(clause.Subject.First) is "the" && clause.Subject.Length < 3 && !sentence.Is(clause.Subject.End - 1, PartOfSpeech.Name);
        return statement.Card(CardKind.Basic, Summary.Prose.Capitalise($"{lead}{asked} {verb} {rest}?"), clause.SubjectText, isLoose ? LooseFactor : isContrast ? ContrastFactor : Factor);
    }

    // "Who is a British poet?" has many answers, "who is quite clever?" none that can be marked.
    private static bool IsAnyKind(TaggedSentence sentence, Span rest)
    {
        var words = Enumerable.Range(rest.First, rest.Length).ToArray();
        // "What is births and deaths?", "who is hidalgos with …?"
        if (!sentence.Is(rest.First, PartOfSpeech.Determiner) && !sentence.Is(rest.First, PartOfSpeech.Possessive) && !sentence.Is(rest.First, PartOfSpeech.Name))
            return true;
        var isKind = sentence.Lower(rest.First) is "a" or "an" && !words.Any(word => sentence.Is(word, PartOfSpeech.Subordinator, PartOfSpeech.Participle));
        return isKind || sentence.Is(rest.First, PartOfSpeech.Adverb) || sentence.Lower(rest.First) is "more" or "less" or "some" or "one" || words.Any(word => KindCards.IsOpinion(sentence.Lower(word)) && sentence.Lower(word - 1) is not "the");
    }

    // "What has fallen?", "who lived in a town?", "what became one of the debates?": of many that could be said.
    private static bool IsTrueOfMany(Clause clause, bool isPerson)
    {
        var (sentence, rest) = (clause.Sentence, clause.Rest);
        var thing = sentence.Is(rest.First, PartOfSpeech.Preposition) ? rest.First + 1 : rest.First;
        return (!isPerson && sentence.Is(clause.Verb.Words.First, PartOfSpeech.Have))
            || sentence.Lower(thing) is "a" or "an"
            || Enumerable.Range(rest.First, rest.Length - 1).Any(word => sentence.Lower(word) is "one" && sentence.Lower(word + 1) is "of");
    }

    // Before another phrase the question word would seem to go on with it: "through Tolstoy, who …".
    private static bool IsTimeOrPlace(TaggedSentence sentence, Span lead) =>
        sentence.Lower(lead.First) is "in" or "during" or "throughout" or "after" or "before" or "under" or "at" or "to" or "according" or "since" && !sentence.Is(lead.End - 1, PartOfSpeech.Name);

    /// <summary>Returns the verb of a clause as it stands after "who" or "what", or null where that is not known: "plants make" becomes "makes".</summary>
    public static string? Agreeing(Clause clause)
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
