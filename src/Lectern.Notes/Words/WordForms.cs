using System.Collections.Frozen;

namespace Lectern.Notes.Words;

/// <summary>Takes the endings off English words, to the lemmas that the lexicon knows.</summary>
/// <remarks>Rules of detachment and exceptions as in WordNet's own morphological processor (morphy).</remarks>
public static class WordForms
{
    private static readonly (string Ending, string Remainder)[] PluralEndings =
        [("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("ies", "y"), ("oes", "o"), ("s", "")];

    private static readonly (string Ending, string Remainder)[] ThirdPersonEndings =
        [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("oes", "o"), ("s", "")];

    private static readonly (string Ending, string Remainder)[] PastEndings = [("ied", "y"), ("ed", ""), ("ed", "e")];

    private static readonly (string Ending, string Remainder)[] GerundEndings = [("ing", ""), ("ing", "e")];

    private static readonly (string Ending, string Remainder)[] DegreeEndings =
        [("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e")];

    // Verbs whose past tense or participle looks like the plain form.
    private static readonly FrozenSet<string> Unchanged =
        "become come run put set cut let hit read hurt shut spread cost cast overcome split quit bet rid upset shed forecast broadcast".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the plain form of a verb.</summary>
    /// <param name="form">A form in lower case: "depends", "wrote", "running".</param>
    /// <returns>The lemma, the most common where there are several; null where the form is of no verb that the lexicon knows.</returns>
    public static string? VerbLemma(string form) => Best(VerbLemmas(form), entry => entry.Verb);

    /// <summary>Returns the singular of a noun in the plural.</summary>
    /// <param name="form">A form in lower case: "mice", "cells".</param>
    /// <returns>The lemma; null where the form is the plural of no noun that the lexicon knows.</returns>
    public static string? Singular(string form) => Best(PluralLemmas(form), entry => entry.Noun);

    /// <summary>The lemmas that a form may be the plural of.</summary>
    internal static IEnumerable<string> PluralLemmas(string form) => Irregular(form, 'n')
        .Concat(form.EndsWith("ss", StringComparison.Ordinal) || form.EndsWith("us", StringComparison.Ordinal) ? [] : Detach(form, PluralEndings))
        .Where(lemma => EnglishLexicon.Find(lemma) is { Noun: > 0 });

    /// <summary>The lemmas that a form may be the third person singular of.</summary>
    internal static IEnumerable<string> ThirdPersonLemmas(string form) =>
        form.EndsWith("ss", StringComparison.Ordinal) ? [] : Verbs(Detach(form, ThirdPersonEndings));

    /// <summary>The lemmas that a form may be the past tense or the past participle of.</summary>
    internal static IEnumerable<string> PastLemmas(string form) => form.EndsWith("ing", StringComparison.Ordinal) || form.EndsWith('s')
        ? []
        : Verbs(Irregular(form, 'v').Concat(Unchanged.Contains(form) ? [form] : []).Concat(Detach(form, PastEndings)).Concat(Undouble(form, "ed")));

    /// <summary>The lemmas that a form in -ing may be of.</summary>
    internal static IEnumerable<string> GerundLemmas(string form) => form.EndsWith("ing", StringComparison.Ordinal)
        ? Verbs(Irregular(form, 'v').Concat(Detach(form, GerundEndings)).Concat(Undouble(form, "ing")))
        : [];

    /// <summary>The adjectives that a form may be the comparative or the superlative of.</summary>
    internal static IEnumerable<string> DegreeLemmas(string form) => Irregular(form, 'a')
        .Concat(form.Length > 4 ? Detach(form, DegreeEndings).Concat(Undouble(form, "er")).Concat(Undouble(form, "est")) : [])
        .Where(lemma => EnglishLexicon.Find(lemma) is { Adjective: > 1 });

    private static IEnumerable<string> VerbLemmas(string form) => Verbs([form])
        .Concat(ThirdPersonLemmas(form))
        .Concat(PastLemmas(form))
        .Concat(GerundLemmas(form));

    private static IEnumerable<string> Verbs(IEnumerable<string> lemmas) => lemmas.Where(lemma => EnglishLexicon.Find(lemma) is { Verb: > 0 });

    private static string? Best(IEnumerable<string> lemmas, Func<LexiconEntry, int> uses) =>
        lemmas.Distinct(StringComparer.Ordinal).MaxBy(lemma => uses(EnglishLexicon.Find(lemma)!.Value));

    private static IEnumerable<string> Irregular(string form, char part) =>
        EnglishLexicon.Irregular(form).Where(entry => entry.Part == part).Select(entry => entry.Lemma);

    private static IEnumerable<string> Detach(string form, (string Ending, string Remainder)[] endings) => endings
        .Where(rule => form.Length > rule.Ending.Length + (rule.Ending.Length > 1 ? 0 : 1) && form.EndsWith(rule.Ending, StringComparison.Ordinal))
        .Select(rule => form[..^rule.Ending.Length] + rule.Remainder);

    // "Planned" is of "plan".
    private static IEnumerable<string> Undouble(string form, string ending)
    {
        var stem = form.Length - ending.Length;
        return stem > 3 && form.EndsWith(ending, StringComparison.Ordinal) && form[stem - 1] == form[stem - 2] ? [form[..(stem - 1)]] : [];
    }
}
