using System.Buffers;
using System.Collections.Frozen;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Takes from a spoken sentence the clauses that state something by themselves.</summary>
/// <remarks>
/// Simplified statements as in M. Heilman and N. Smith, "Extracting simplified statements for factual question generation" (2010): main
/// clauses, coordinate clauses and what the speaker says that we know or see; asides, fronted adverbs and later clauses are left out.
/// </remarks>
internal static class Statements
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("=^_⋅·∙√∫∂Δθωφψμε<>/");

    private const int MostRepeated = 4;
    private const int MostOwners = 5;

    private static readonly FrozenSet<string> Factive = Words(
        "know see show find remember notice note realize recognize learn understand prove discover demonstrate mean say think suggest argue tell mention emphasize believe");

    private static readonly FrozenSet<string> Conditions = Words("if when unless until suppose while although though whether since as because once whenever even given imagine say let");

    /// <summary>Returns the statements of a sentence, each as a clause that fills its sentence.</summary>
    /// <param name="sentence">A tidied sentence.</param>
    /// <param name="tagger">Used by one thread at a time.</param>
    public static IReadOnlyList<Clause> Of(TaggedSentence sentence, PartOfSpeechTagger tagger)
    {
        if (IsFormula(sentence) || sentence.Parsed.IsQuestion || sentence.Count < 4)
            return [];
        var found = new List<Clause>();
        Clause? last = null;
        for (var start = 0; start < sentence.Count; start++)
        {
            if (!CanBegin(sentence, start))
                continue;
            if (Continued(sentence, start, last) is { } again)
                Add(again, tagger, found);
            if (Clause.At(sentence, start) is not { } clause)
                continue;
            last = clause;
            Add(clause.Text, tagger, found);
            if (!clause.Aside.IsEmpty && Apposition(clause) is { } said)
                Add(said, tagger, found);
            if (SecondVerb(clause) is { } second)
                Add(second, tagger, found);
            start = Math.Max(start, clause.Rest.End - 1);
        }

        if (Clefts.Straight(sentence) is { } told)
            Add(told, tagger, found);
        foreach (var said in Relatives(sentence).Concat(Appositions.Of(sentence)))
            Add(said, tagger, found);
        return found;
    }

    /// <summary>Whether a sentence is spoken mathematics, which cannot be read alone.</summary>
    public static bool IsFormula(TaggedSentence sentence)
    {
        var signs = Enumerable.Range(0, sentence.Count).Count(word => sentence.Lower(word).Length == 1 && sentence.Lower(word)[0] is not ('a' or 'i') && !char.IsDigit(sentence.Lower(word)[0]));
        return signs > 1 || sentence.Parsed.Text.AsSpan().IndexOfAny(Signs) >= 0;
    }

    // "The outer wall the outer wall", "in the in the": a phrase that is said twice on end was begun anew.
    private static bool IsBegunAnew(TaggedSentence sentence)
    {
        for (var length = 1; length <= MostRepeated; length++)
        {
            for (var word = length; word + length <= sentence.Count; word++)
            {
                var isSame = sentence.Touches(word) && Enumerable.Range(word, length).All(next => string.Equals(sentence.Lower(next), sentence.Lower(next - length), StringComparison.Ordinal));
                if (isSame && (length > 1 || sentence.Lower(word).Length > 1))
                    return true;
            }
        }

        return false;
    }

    // "Labor confers value and is the source of all values": the subject has a second verb.
    private static string? SecondVerb(Clause clause)
    {
        var sentence = clause.Sentence;
        var and = clause.Rest.End;
        if (sentence.Lower(and) is not ("and" or "but") || VerbGroups.At(sentence, and + 1) is not { } verb || sentence.Is(verb.Words.First, PartOfSpeech.Participle))
            return null;
        var end = ClauseEnd.After(sentence, verb);
        return end > sentence.Count || end == verb.Words.End ? null
            : Summary.Prose.Capitalise($"{sentence.Parsed.Slice(clause.Subject.First, clause.Subject.End)} {sentence.Parsed.Slice(and + 1, end)}.");
    }

    // "Trajan built a forum, and he named it": the pronoun goes on with the subject of the clause before.
    private static string? Continued(TaggedSentence sentence, int start, Clause? last)
    {
        if (last is null || sentence.Lower(start) is not ("he" or "she" or "it" or "they") || VerbGroups.At(sentence, start + 1) is not { } verb)
            return null;
        var head = NounPhrases.At(sentence, last.Subject.First).End - 1;
        var fits = sentence.Lower(start) switch
        {
            "they" => sentence.Is(head, PartOfSpeech.Plural),
            "it" => !sentence.Is(head, PartOfSpeech.Plural) && AnswerKinds.Of(sentence, last.Subject) != AnswerKind.Person && !verb.IsCopula,
            _ => sentence.Is(head, PartOfSpeech.Name),
        };
        var end = ClauseEnd.After(sentence, verb);
        if (!fits || end > sentence.Count || end == verb.Words.End)
            return null;
        return Summary.Prose.Capitalise($"{sentence.Parsed.Slice(last.Subject.First, last.Subject.End)} {sentence.Parsed.Slice(start + 1, end)}.");
    }

    private static void Add(string text, PartOfSpeechTagger tagger, List<Clause> found)
    {
        var whole = new TaggedSentence(text, tagger);
        // "Not only in Italy" is half of what was said.
        if (IsFormula(whole) || IsBegunAnew(whole) || text.Contains("not only", StringComparison.Ordinal) || text.Contains("but also", StringComparison.Ordinal))
            return;
        if (Clause.At(whole, 0) is { } read && read.Aside.IsEmpty && Math.Max(read.Rest.End, read.Verb.Words.End) == whole.Count)
            found.Add(read);
    }

    // "Hispaniola, the Caribbean island, was …" says that Hispaniola was the Caribbean island.
    private static string? Apposition(Clause clause)
    {
        var sentence = clause.Sentence;
        var phrase = NounPhrases.Extended(sentence, clause.Aside.First);
        if (phrase.End != clause.Aside.End || sentence.Lower(phrase.First) is not ("a" or "an" or "the") || clause.Subject.Length > MostOwners)
            return null;
        var isMany = sentence.Is(clause.Subject.End - 1, PartOfSpeech.Plural);
        var isPast = sentence.Is(clause.Verb.Main, PartOfSpeech.Past) || sentence.Lower(clause.Verb.Words.First) is "was" or "were";
        var verb = isPast ? isMany ? "were" : "was" : isMany ? "are" : "is";
        return $"{sentence.Parsed.Slice(clause.Subject.First, clause.Subject.End)} {verb} {sentence.Parsed.Slice(phrase.First, phrase.End)}.";
    }

    // "… smallpox, which kills …" says that smallpox kills.
    private static IEnumerable<string> Relatives(TaggedSentence sentence)
    {
        for (var which = 1; which + 2 < sentence.Count; which++)
        {
            if (sentence.Lower(which) is not ("which" or "who") || sentence.BreakBefore(which) is not "," || VerbGroups.At(sentence, which + 1) is not { } verb)
                continue;
            var owner = NounPhrases.All(sentence, new Span(Math.Max(0, which - MostOwners), which)).LastOrDefault();
            var end = ClauseEnd.After(sentence, verb);
            var isMany = sentence.Is(owner.End - 1, PartOfSpeech.Plural) || !sentence.IsNominal(which - 1);
            if (sentence.Lower(verb.Words.First) is "is" or "was" or "has" == isMany && sentence.Lower(verb.Words.First) is "is" or "was" or "has" or "are" or "were" or "have")
                continue;
            var isOfPhrase = owner.First > 0 && sentence.Lower(owner.First - 1) is "of";
            // "This is freedom, for Rousseau, who …": who of the two?
            if (owner.First > 0 && sentence.Is(owner.First - 1, PartOfSpeech.Preposition) && sentence.Lower(owner.First - 1) is not ("by" or "from" or "in"))
                continue;
            if (owner.End != which || owner.IsEmpty || isOfPhrase || end > sentence.Count || end == verb.Words.End)
                continue;
            yield return Summary.Prose.Capitalise($"{sentence.Parsed.Slice(owner.First, which)} {sentence.Parsed.Slice(which + 1, end)}.");
        }
    }

    private static bool CanBegin(TaggedSentence sentence, int start)
    {
        if (start == 0)
            return true;
        var isConditional = Conditions.Contains(sentence.Lower(0));
        if (isConditional && sentence.Lower(1) is not ("one" or "you" or "we" or "i"))
            return false;
        var before = sentence.Lower(start - 1);
        if (before is "that" && sentence.Is(start - 1, PartOfSpeech.Subordinator))
            return IsTold(sentence, start - 1);
        var mark = sentence.BreakBefore(start);
        if (mark is ";" or ":" or "." or "!")
            return true;
        if (before is "because")
            return true;
        // "If you compare countries(,) an increase …", "output falls, prices fall".
        // "With the rise of the Panthers, officials introduced …", "Looking at Oakland, the Panthers saw …".
        if (mark is "," && sentence[0] is PartOfSpeech.Preposition or PartOfSpeech.Gerund or PartOfSpeech.Participle && !HasVerbBefore(sentence, start))
            return !sentence.Is(start, PartOfSpeech.Conjunction);
        if (mark is "," || (isConditional && mark.Length == 0 && sentence.IsNominal(start - 1) && sentence.Is(start, PartOfSpeech.Determiner)))
            return HasVerbBefore(sentence, start) && !sentence.Is(start, PartOfSpeech.Conjunction);
        // A conjunction joins a clause to another one, not a phrase to a phrase.
        return before is "and" or "but" && HasVerbBefore(sentence, start - 1);
    }

    // Whether the clause before a conjunction has a verb of its own; where it has none, the conjunction joins nouns.
    private static bool HasVerbBefore(TaggedSentence sentence, int end)
    {
        for (var word = end - 1; word > 0 && !sentence.Is(word, PartOfSpeech.Subordinator); word--)
        {
            if (sentence[word] is PartOfSpeech.Be or PartOfSpeech.Modal or PartOfSpeech.Past or PartOfSpeech.ThirdPerson or PartOfSpeech.Have or PartOfSpeech.Verb)
                return true;
        }

        return false;
    }

    // "We know that …", "I've argued that …": what the speaker vouches for.
    private static bool IsTold(TaggedSentence sentence, int that)
    {
        var verb = that - 1;
        if (verb < 1 || WordForms.VerbLemma(sentence.Lower(verb)) is not { } lemma || !Factive.Contains(lemma))
            return false;
        for (var word = verb - 1; word >= Math.Max(0, verb - 4); word--)
        {
            if (sentence.Lower(word) is "we" or "i" or "you" or "we've" or "i've" or "you've" or "you'll" or "we'll" or "us" or "let's" or "i'd")
                return true;
            if (sentence.Is(word, PartOfSpeech.Not))
                return false;
        }

        return false;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
