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
    private static readonly FrozenSet<string> Factive = Words(
        "know see show find remember notice note realize recognize learn understand prove discover demonstrate mean say think suggest argue tell mention emphasize believe");

    private static readonly FrozenSet<string> Conditions = Words("if when unless until suppose while although though whether since as because once whenever even given imagine say let");

    /// <summary>Returns the statements of a sentence, each as a clause that fills its sentence.</summary>
    /// <param name="sentence">A tidied sentence.</param>
    /// <param name="tagger">Used by one thread at a time.</param>
    public static IReadOnlyList<Clause> Of(TaggedSentence sentence, PartOfSpeechTagger tagger)
    {
        if (sentence.Parsed.IsQuestion || sentence.Count < 4)
            return [];
        var found = new List<Clause>();
        for (var start = 0; start < sentence.Count; start++)
        {
            if (!CanBegin(sentence, start) || Clause.At(sentence, start) is not { } clause)
                continue;
            var whole = new TaggedSentence(clause.Text, tagger);
            if (Clause.At(whole, 0) is { } read && read.Aside.IsEmpty && Math.Max(read.Rest.End, read.Verb.Words.End) == whole.Count)
                found.Add(read);
            start = Math.Max(start, clause.Rest.End - 1);
        }

        return found;
    }

    private static bool CanBegin(TaggedSentence sentence, int start)
    {
        if (start == 0)
            return true;
        if (Conditions.Contains(sentence.Lower(0)))
            return false;
        var before = sentence.Lower(start - 1);
        if (before is "that" && sentence.Is(start - 1, PartOfSpeech.Subordinator))
            return IsTold(sentence, start - 1);
        var mark = sentence.BreakBefore(start);
        if (mark is ";" or ":" or "." or "!")
            return true;
        // A conjunction joins a clause to another one, not a phrase to a phrase.
        return before is "and" or "but" && (sentence.BreakBefore(start - 1).Length > 0 || mark.Length > 0);
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
