using System.Collections.Frozen;

namespace Lectern.Notes.Sentences;

/// <summary>Words with which English speakers open a sentence or a new part of a lecture.</summary>
internal static class DiscourseCues
{
    private static readonly FrozenSet<string> Strong = Words("so now okay ok well alright but however therefore let's next first second finally then yes no");

    private static readonly FrozenSet<string> Weak = Words("and because if when what there i we you he she it they this that these which");

    private static readonly string[] Turns =
    [
        "let's turn", "let's move", "let's look", "let's talk", "let's start", "let's begin", "let me turn", "let me move", "let me start",
        "let me now", "turn to", "turn now to", "move on", "moving on", "go on to", "next topic", "next question", "next thing", "next point",
        "the next", "another topic", "another question", "second part", "third part", "last part", "part two", "part three", "final part",
        "i want to talk", "i want to turn", "i'd like to talk", "i'd like to turn", "i will talk", "i'm going to talk", "we're going to talk",
        "we turn", "now what about", "what about", "in conclusion", "to conclude", "to summarize", "let's come back", "to begin with",
        "today we", "today i", "so far", "all right", "we'll now", "we will now", "now we", "now i want", "now let", "okay so", "okay now",
    ];

    /// <summary>Returns how much a word invites a sentence to begin at it: 0 (not), 0.4 (weakly) or 1 (strongly).</summary>
    /// <param name="lowerWord">The word in lower case.</param>
    /// <param name="language">A BCP 47 tag; languages other than English have no cues.</param>
    public static double Opening(string lowerWord, string language)
    {
        if (!LanguageTag.IsEnglish(language))
            return 0;
        return Strong.Contains(lowerWord) ? 1 : Weak.Contains(lowerWord) ? 0.4 : 0;
    }

    /// <summary>Whether a sentence announces a new part of the lecture ("Now let's turn to …").</summary>
    /// <param name="sentence">The sentence; only its first twelve words or so are looked at.</param>
    /// <param name="language">A BCP 47 tag; languages other than English have no cues.</param>
    public static bool AnnouncesPart(string sentence, string language)
    {
        if (!LanguageTag.IsEnglish(language))
            return false;
        var opening = sentence[..Math.Min(sentence.Length, 60)].Replace('’', '\'');
        return Turns.Any(turn => opening.Contains(turn, StringComparison.OrdinalIgnoreCase));
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
