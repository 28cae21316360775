using System.Collections.Frozen;
using Lectern.Notes.Words;

namespace Lectern.Notes.Sentences;

/// <summary>Tells whether English words are a whole sentence by its finite verbs.</summary>
/// <remarks>A sentence has more of them than it has words that open a clause within it. Pure and thread-safe.</remarks>
internal static class WholeSentence
{
    private static readonly FrozenSet<string> Auxiliaries = Words("is are was were has have had can could will would shall should may might must cannot");

    private static readonly FrozenSet<string> Subordinators = Words("although though whereas unless because if when while since");

    // What no English sentence ends in.
    private static readonly FrozenSet<string> Openers = Words("the a an every my our your their its and or but nor because although though unless whereas whether into upon during among amongst toward towards via per");

    /// <summary>Whether a text is one.</summary>
    /// <param name="text">English words.</param>
    /// <param name="tagger">Tells their parts of speech.</param>
    public static bool Is(string text, PartOfSpeechTagger tagger)
    {
        var sentence = new ParsedSentence(text);
        return Is(sentence, tagger.Tag(sentence));
    }

    /// <summary>Whether the words are one: not open at either end, and with a verb that no clause inside it needs.</summary>
    /// <param name="sentence">The words.</param>
    /// <param name="parts">The part of speech of each.</param>
    public static bool Is(ParsedSentence sentence, IReadOnlyList<PartOfSpeech> parts)
    {
        if (sentence.Count == 0 || EndsOpen(sentence) || (!sentence.IsQuestion && OpensWithAuxiliary(sentence)))
            return false;
        var verbs = Verbs(sentence, parts);
        var clauses = Enumerable.Range(0, parts.Count).Count(word => parts[word] == PartOfSpeech.Subordinator && OpensClause(sentence, parts, word));
        return verbs.Length > clauses && HoldsTogether(sentence, parts, verbs);
    }

    /// <summary>Whether a text with a main verb neither stops before its main clause nor runs on into a second one without a subject.</summary>
    /// <param name="text">English text of at least one word.</param>
    /// <param name="tagger">Tells their parts of speech.</param>
    public static bool HoldsTogether(string text, PartOfSpeechTagger tagger)
    {
        var sentence = new ParsedSentence(text);
        // Most have neither, and tagging takes long.
        if (!Subordinators.Contains(First(sentence)) && !Enumerable.Range(1, sentence.Count - 1).Any(word => IsAuxiliary(sentence, word) && sentence.HasBreakBefore(word)))
            return true;
        var parts = tagger.Tag(sentence);
        return HoldsTogether(sentence, parts, Verbs(sentence, parts));
    }

    /// <summary>Whether the words end in one that another must follow.</summary>
    /// <param name="sentence">At least one word.</param>
    public static bool EndsOpen(ParsedSentence sentence) => Openers.Contains(sentence.Lower[^1]);

    /// <summary>Whether the words begin with a verb that has no subject unless they are a question.</summary>
    /// <param name="sentence">At least one word.</param>
    public static bool OpensWithAuxiliary(ParsedSentence sentence) => IsAuxiliary(sentence, 0);

    private static int[] Verbs(ParsedSentence sentence, IReadOnlyList<PartOfSpeech> parts) => [.. Enumerable.Range(0, parts.Count).Where(word => IsFinite(sentence, parts, word))];

    private static bool HoldsTogether(ParsedSentence sentence, IReadOnlyList<PartOfSpeech> parts, int[] verbs) =>
        verbs.Length == 0 || (!RunsOn(sentence, parts, verbs) && (!Subordinators.Contains(First(sentence)) || HasMainClause(sentence, parts, verbs)));

    private static bool IsAuxiliary(ParsedSentence sentence, int word) => Auxiliaries.Contains(sentence.Lower[word]);

    private static string First(ParsedSentence sentence) => sentence.Lower[sentence.Count > 1 && sentence.Lower[0] is "for" or "and" or "but" or "so" ? 1 : 0];

    // "Although the Chinese took impressions, which …" leads to no main clause.
    private static bool HasMainClause(ParsedSentence sentence, IReadOnlyList<PartOfSpeech> parts, int[] verbs) =>
        Enumerable.Range(2, Math.Max(0, sentence.Count - 2)).Any(next =>
            sentence.HasBreakBefore(next) && parts[next] is not (PartOfSpeech.Subordinator or PartOfSpeech.Conjunction) && verbs.Any(verb => verb < next) && verbs.Any(verb => verb >= next));

    // "The Bible has never been surpassed printing, may be considered …": a second verb that has no subject of its own, where a recogniser lost a full stop.
    private static bool RunsOn(ParsedSentence sentence, IReadOnlyList<PartOfSpeech> parts, int[] verbs)
    {
        for (var next = verbs[0] + 1; next < sentence.Count && parts[next] != PartOfSpeech.Subordinator; next++)
        {
            if (IsAuxiliary(sentence, next) && sentence.HasBreakBefore(next))
                return true;
        }

        return false;
    }

    // "How to read" and "more than ten" open none.
    private static bool OpensClause(ParsedSentence sentence, IReadOnlyList<PartOfSpeech> parts, int word) =>
        sentence.Lower[word] is not ("than" or "as") && word + 1 < parts.Count && parts[word + 1] is not PartOfSpeech.To;

    private static bool IsFinite(ParsedSentence sentence, IReadOnlyList<PartOfSpeech> parts, int word)
    {
        if (sentence.Lower[word] is "be" or "been" or "being" or "having")
            return false;
        var before = word - 1;
        while (before >= 0 && parts[before] is PartOfSpeech.Adverb or PartOfSpeech.Not)
            before--;
        var isLed = before >= 0 && parts[before] is PartOfSpeech.To or PartOfSpeech.Modal or PartOfSpeech.Do or PartOfSpeech.Have or PartOfSpeech.Be;
        return !isLed && parts[word] is PartOfSpeech.Be or PartOfSpeech.Have or PartOfSpeech.Do or PartOfSpeech.Modal or PartOfSpeech.ThirdPerson or PartOfSpeech.Past or PartOfSpeech.Verb;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
