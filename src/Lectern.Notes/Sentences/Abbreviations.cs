using System.Collections.Frozen;

namespace Lectern.Notes.Sentences;

/// <summary>Words that end in a point without ending a sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> AlwaysContinue = Words(
        "dr mr mrs ms messrs prof rev hon st gen col capt lt sgt sen rep gov pres vs cf viz e.g i.e eg approx resp ca " +
        "mt ft dept univ assn bros z.b d.h u.a bzw vgl sog inkl evtl mme mlle mm p.ex sra srta dra ud uds p.ej sig avv ing");

    private static readonly FrozenSet<string> ContinueBeforeNumber = Words(
        "no nos nr fig figs eq eqs vol vols p pp ch chap sec sect art ex pt pl tab jan feb mar apr jun jul aug sep sept oct nov dec núm pág abb s");

    private static readonly FrozenSet<string> MayEnd = Words("etc inc ltd jr sr co corp al a.m p.m am pm usw etcétera esq ph.d m.d b.a m.a u.s u.k u.n");

    /// <summary>Whether the word always leads on to what follows ("Dr.", "e.g.").</summary>
    /// <param name="word">The word without its last point.</param>
    public static bool Continues(string word) => AlwaysContinue.Contains(Normal(word));

    /// <summary>Whether the word leads on to a number ("Fig. 3", "No. 7").</summary>
    /// <param name="word">The word without its last point.</param>
    public static bool ContinuesBeforeNumber(string word) => ContinueBeforeNumber.Contains(Normal(word));

    /// <summary>Whether the word may stand inside a sentence or at its end ("etc.", "p.m.", "U.S.").</summary>
    /// <param name="word">The word without its last point.</param>
    public static bool MayEndSentence(string word) => MayEnd.Contains(Normal(word)) || IsDottedInitials(word);

    private static bool IsDottedInitials(string word)
    {
        var parts = word.Split('.');
        return parts.Length > 1 && parts.All(part => part.Length is 1 or 2 && char.IsLetter(part[0]));
    }

    private static string Normal(string word) => word.ToLowerInvariant();

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
