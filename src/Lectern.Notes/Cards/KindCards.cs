using System.Collections.Frozen;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks what something is where the lecturer says of what kind it is: "What is smallpox?"</summary>
internal static class KindCards
{
    private const int MostSubjectWords = 5;
    private const int FewestAnswerWords = 3;
    private const int MostAnswerWords = 15;
    private const double Factor = 1.25;
    private const int MostTermWords = 4;

    // What tells the thing from others of its kind has been said: worth more than any other card of a sentence.
    private const double Defined = 1.2;
    private const double Attributed = 0.9;

    // "A series of pictures" may be anything.
    private static readonly FrozenSet<string> Partitives = "series sequence set number matter form example result case group pair mixture collection combination feature lot".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // "A good poet", "a major impact": what somebody thinks of it, not what it is.
    private static readonly FrozenSet<string> Opinions =
        ("good great very bad big extraordinary important major minor partial partially little interesting nice wonderful terrible huge young old man woman guy person "
            + "thing success failure best worst key crucial fascinating famous remarkable largest perfect beautiful strange fun funny").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the card of a statement, or null where it does not say what its subject is.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="anchors">The weights of the words.</param>
    /// <param name="references">What is understood by itself.</param>
    public static CardIdea? Of(Statement statement, Anchors anchors, References references)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (!clause.Verb.IsCopula || clause.Verb.IsNegative || clause.Rest.Length is < FewestAnswerWords or > MostAnswerWords || !clause.Lead.IsEmpty)
            return null;
        var isDefined = IsDefined(clause);
        // What the lecture says much of, and what everybody knows, is many things: smallpox is a disease, the scourge of a century and a cause of blindness.
        var isTold = isDefined && sentence.Lower(clause.Verb.Main) is "is" or "are" && Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => sentence.Is(word, PartOfSpeech.Subordinator));
        if (!isTold && anchors.IsFamiliar(sentence, clause.Subject))
            return null;
        if (clause.Subject.Length > MostSubjectWords || (anchors.Count(sentence, clause.Subject) == 0 && !isDefined) || sentence.Lower(clause.Subject.First) is "a" or "an" && clause.Subject.Length > 3)
            return null;
        if (sentence.Lower(clause.Verb.Main) is not ("is" or "are" or "was" or "were") || clause.Verb.Words.Length > 1)
            return null;
        if (sentence.Lower(clause.Subject.End - 1).Length < 2)
            return null;
        var kind = NounPhrases.At(sentence, clause.Rest.First);
        if (kind.IsEmpty || sentence[kind.First] is PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.Adverb || Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => sentence.Lower(word) is "some") || References.Empty.Contains(sentence.Lower(kind.End - 1)) || sentence.Is(kind.First, PartOfSpeech.Number) || !SaysKind(sentence, kind, clause.Rest))
            return null;
        if (Partitives.Contains(sentence.Lower(kind.End - 1)) && !Enumerable.Range(kind.End, clause.Rest.End - kind.End).Any(word => sentence.Is(word, PartOfSpeech.Subordinator)))
            return null;
        if (Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => IsOpinion(sentence.Lower(word))) || sentence.Lower(clause.Subject.First) is "every" or "each" or "any" or "no" || !IsTerm(sentence, clause.Subject))
            return null;
        var subject = AnswerKinds.Of(sentence, clause.Subject);
        var asked = sentence.Is(clause.Subject.End - 1, PartOfSpeech.Name) && (subject == AnswerKind.Person || AnswerKinds.Of(sentence, kind) == AnswerKind.Person) ? "Who" : "What";
        // Marx is an economist and a sociologist too: a person is of one kind only where something sets him apart.
        if (asked is "Who" && sentence.Lower(clause.Rest.First) is ("a" or "an") && !Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => sentence.Is(word, PartOfSpeech.Subordinator)))
            return null;
        var question = $"{asked} {sentence.Lower(clause.Verb.Main)} {clause.SubjectText}?";
        var card = statement.Card(CardKind.Definition, question, sentence.Parsed.Slice(clause.Rest.First, clause.Rest.End), Factor, isDefined ? LeastWorth(clause) : 0);
        return isDefined && references.AreClear(sentence, clause.Rest) ? card with { Fault = null } : card;
    }

    // "A crisis of desire" says less than "a place where souls are made clean".
    private static double LeastWorth(Clause clause) =>
        Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => clause.Sentence.Is(word, PartOfSpeech.Subordinator)) ? Defined : Attributed;

    // "Consolidation is the process that turns …", "the circadian rhythm is the body's own clock of …": a term, its kind, and what sets it apart.
    private static bool IsDefined(Clause clause)
    {
        var sentence = clause.Sentence;
        var kind = NounPhrases.At(sentence, clause.Rest.First);
        var (first, last) = (clause.Subject.First, clause.Subject.End - 1);
        var isTerm = sentence.Is(first, PartOfSpeech.Determiner) ? sentence.Lower(first) is "a" or "an" || (sentence.Lower(first) is "the" && clause.Subject.Length > 2) : true;
        if (!isTerm || clause.Subject.Length > MostTermWords || sentence.Is(last, PartOfSpeech.Name) || !Enumerable.Range(first, clause.Subject.Length).All(word => sentence.IsNominal(word) || sentence[word] is PartOfSpeech.Adjective or PartOfSpeech.Determiner or PartOfSpeech.Participle))
            return false;
        var end = clause.Rest.End - 1;
        // "The power that governs": what it governs has been cut off.
        if (sentence.Is(end, PartOfSpeech.ThirdPerson, PartOfSpeech.Past) || sentence.Is(end, PartOfSpeech.Verb))
            return false;
        return sentence.Is(kind.First, PartOfSpeech.Determiner) && sentence.Touches(kind.End)
            && (sentence.Is(kind.End, PartOfSpeech.Subordinator, PartOfSpeech.Participle) || sentence.Is(kind.End, PartOfSpeech.Preposition, PartOfSpeech.Gerund));
    }

    /// <summary>Whether a word says what somebody thinks of a thing.</summary>
    public static bool IsOpinion(string lower) => Opinions.Contains(lower) || (lower.Length > 5 && lower.EndsWith("est", StringComparison.Ordinal));

    // "The boy", "the weakest bond", "having scars" are no terms.
    private static bool IsTerm(TaggedSentence sentence, Span subject)
    {
        if (sentence.Is(subject.First, PartOfSpeech.Gerund) && subject.Length > 1)
            return false;
        var words = Enumerable.Range(subject.First, subject.Length).ToArray();
        if (words.Any(word => References.IsLoose(sentence.Lower(word)) || sentence.Lower(word).EndsWith("est", StringComparison.Ordinal)))
            return false;
        return sentence.Lower(subject.First) is not "the" || subject.Length > 2 || sentence.Is(subject.End - 1, PartOfSpeech.Name)
            || AnswerKinds.Of(sentence, subject) is not AnswerKind.Person;
    }

    // "An endemic disease" says more than "a disease"; a bare noun needs what follows it.
    private static bool SaysKind(TaggedSentence sentence, Span kind, Span rest) =>
        sentence.Lower(kind.First) is "a" or "an" or "the" ? kind.Length > 2 || rest.End > kind.End + 1
            : sentence.Is(kind.End - 1, PartOfSpeech.Plural) && rest.End > kind.End + 1;
}
