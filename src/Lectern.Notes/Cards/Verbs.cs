using System.Collections.Frozen;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>What English verbs ask of a question.</summary>
internal static class Verbs
{
    // A question with one of these and nothing else says too little.
    private static readonly FrozenSet<string> Vague = Words(
        "have get go do make take want need say see look come give put let keep happen seem try start begin stop turn tell talk speak think mean show know call use work find lead feel hear");

    private static readonly FrozenSet<string> OfPersons = Words(
        "write argue believe claim say think propose describe discover invent publish teach study compose paint suggest insist deny reject criticize " +
        "admire marry declare conclude assume hope fear feel remember learn ask answer reply explain translate compare wish die live");

    // "Was declared" what, "is known" for what, "has sent them" where?
    private static readonly FrozenSet<string> Open = Words("declare consider call name know deem regard describe view see think say send make elect appoint render prove");

    /// <summary>Whether a verb and its object leave open what was meant.</summary>
    public static bool WantsMore(TaggedSentence sentence, VerbGroup verb) => Lemma(sentence, verb) is { } lemma && Open.Contains(lemma);

    /// <summary>Whether a verb says so little that a question cannot stand on it.</summary>
    public static bool IsVague(TaggedSentence sentence, VerbGroup verb) =>
        verb.Auxiliary != verb.Main && !verb.IsPassive && Lemma(sentence, verb) is { } lemma && Vague.Contains(lemma);

    /// <summary>Whether only a person does what a verb says.</summary>
    public static bool NeedsPerson(TaggedSentence sentence, VerbGroup verb) =>
        !verb.IsPassive && Lemma(sentence, verb) is { } lemma && OfPersons.Contains(lemma);

    /// <summary>Whether a form is of a verb that only a person does.</summary>
    public static bool IsOfPersons(string form) => WordForms.VerbLemma(form) is { } lemma && OfPersons.Contains(lemma);

    /// <summary>Returns a plain form in the third person singular.</summary>
    public static string ThirdPerson(string lemma) =>
        lemma switch { "have" => "has", "do" => "does", "go" => "goes", _ => null } ?? (EndsSharp(lemma) ? lemma + "es"
            : lemma.Length > 1 && lemma[^1] == 'y' && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal) ? lemma[..^1] + "ies"
            : lemma + "s");

    private static bool EndsSharp(string lemma) => lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z')
        || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal);

    private static string? Lemma(TaggedSentence sentence, VerbGroup verb) =>
        sentence.Is(verb.Main, PartOfSpeech.Have) ? "have" : WordForms.VerbLemma(sentence.Lower(verb.Main));

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
