using Lectern.Notes.Sentences;

namespace Lectern.Notes.Words;

/// <summary>Mends tags by what a clause must have: one finite verb.</summary>
/// <remarks>Contextual rules as E. Brill, "A simple rule-based part of speech tagger" (1992), two of them.</remarks>
internal static class ClauseVerbs
{
    /// <summary>Changes tags in place: a noun that is the only verb there can be, and a past tense that has another verb after it.</summary>
    /// <param name="sentence">The words.</param>
    /// <param name="candidates">What each can be.</param>
    /// <param name="parts">What each was told to be.</param>
    public static void Mend(ParsedSentence sentence, IReadOnlyList<(PartOfSpeech Part, double Weight)>[] candidates, PartOfSpeech[] parts)
    {
        for (var first = 0; first < parts.Length;)
        {
            var end = first + 1;
            while (end < parts.Length && !sentence.HasBreakBefore(end) && parts[end] is not (PartOfSpeech.Subordinator or PartOfSpeech.Conjunction))
                end++;
            var finite = Enumerable.Range(first, end - first).Where(word => IsFinite(parts, word)).ToArray();
            if (finite.Length == 0)
                GiveVerb(candidates, parts, first, end);
            else if (finite.Length > 1 && parts[finite[0]] == PartOfSpeech.Past && finite[0] > first && parts[finite[0] - 1] is PartOfSpeech.Noun or PartOfSpeech.Plural && Can(candidates[finite[0]], PartOfSpeech.Participle))
                parts[finite[0]] = PartOfSpeech.Participle;
            first = end;
        }
    }

    // "Autoimmunity results from …": a clause without a verb, and a noun that can be one before a preposition or an article.
    private static void GiveVerb(IReadOnlyList<(PartOfSpeech Part, double Weight)>[] candidates, PartOfSpeech[] parts, int first, int end)
    {
        for (var word = first + 1; word + 1 < end; word++)
        {
            if (parts[word + 1] is not (PartOfSpeech.Preposition or PartOfSpeech.Determiner or PartOfSpeech.Possessive))
                continue;
            var verb = (parts[word - 1], parts[word]) switch
            {
                (PartOfSpeech.Noun or PartOfSpeech.Name, PartOfSpeech.Plural) => PartOfSpeech.ThirdPerson,
                (PartOfSpeech.Subordinator, PartOfSpeech.Plural) => PartOfSpeech.ThirdPerson,
                (PartOfSpeech.Plural, PartOfSpeech.Noun) => PartOfSpeech.Verb,
                _ => PartOfSpeech.Noun,
            };
            if (verb == PartOfSpeech.Noun || !Can(candidates[word], verb))
                continue;
            parts[word] = verb;
            return;
        }
    }

    private static bool IsFinite(PartOfSpeech[] parts, int word) =>
        parts[word] is PartOfSpeech.Be or PartOfSpeech.Have or PartOfSpeech.Do or PartOfSpeech.Modal or PartOfSpeech.ThirdPerson or PartOfSpeech.Past
        || (parts[word] == PartOfSpeech.Verb && (word == 0 || parts[word - 1] != PartOfSpeech.To));

    private static bool Can(IReadOnlyList<(PartOfSpeech Part, double Weight)> candidates, PartOfSpeech part) => candidates.Any(candidate => candidate.Part == part);
}
