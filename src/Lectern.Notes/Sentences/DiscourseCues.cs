using System.Collections.Frozen;

namespace Lectern.Notes.Sentences;

/// <summary>Words with which English speakers open a sentence.</summary>
internal static class DiscourseCues
{
    private static readonly FrozenSet<string> Strong = Words("so now okay ok well alright but however therefore let's next first second finally then yes no");

    private static readonly FrozenSet<string> Weak = Words("and because if when what there i we you he she it they this that these which");

    /// <summary>Returns how much a word invites a sentence to begin at it: 0 (not), 0.4 (weakly) or 1 (strongly).</summary>
    /// <param name="lowerWord">The word in lower case.</param>
    /// <param name="language">A BCP 47 tag; languages other than English have no cues.</param>
    public static double Opening(string lowerWord, string language)
    {
        if (!LanguageTag.IsEnglish(language))
            return 0;
        return Strong.Contains(lowerWord) ? 1 : Weak.Contains(lowerWord) ? 0.4 : 0;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
