using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Cards;

/// <summary>Tells whether an English text has a pronoun that nothing before it in the text explains.</summary>
internal static class Pronouns
{
    private static readonly FrozenSet<string> Always = Words(
        "i i'm i've i'd i'll me my mine we we're we've we'd we'll us our ours you you're you've you'd you'll your yours he he's him she she's hers it " +
        "it's they they're them this these those that's here there's");

    private static readonly FrozenSet<string> Possessives = Words("its their itself themselves");
    private static readonly FrozenSet<string> OfPersons = Words("his her himself herself");

    // A reason may go on with the subject of its question.
    private static readonly FrozenSet<string> InReasons = Words("it its they their them itself themselves");

    private static readonly FrozenSet<string> BeforePronoun = Words("of in for with by to at from like is was as than on about");

    /// <summary>Whether a pronoun is left open: "its" and "their" are understood where a noun stands before them, "his" and "her" where a name does.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="isReason">Whether the text goes on with the subject of a question.</param>
    /// <param name="isOfAnswer">Whether a person is left out at the front, whom "his" and "her" then go with: "_____ freed his slaves."</param>
    public static bool AreOpen(IReadOnlyList<Word> words, bool isReason, bool isOfAnswer = false)
    {
        var isNamed = isOfAnswer;
        for (var index = 0; index < words.Count; index++)
        {
            var lower = words[index].Lower;
            if (isReason && InReasons.Contains(lower))
                continue;
            // "Who crowned himself?" asks for him.
            if (lower is "himself" or "herself" && words[0].Lower is "who")
                continue;
            // "Those who came" says which.
            if (lower is "those" && index + 1 < words.Count && (words[index + 1].Lower is "who" or "which" or "that" or "of" || (index + 2 < words.Count && words[index + 2].Lower is "who" or "which" or "that")))
                continue;
            if (Always.Contains(lower) || (index < 2 && Possessives.Contains(lower)) || (!isNamed && OfPersons.Contains(lower)))
                return true;
            if (lower is "that" && (index == 0 || index == words.Count - 1 || BeforePronoun.Contains(words[index - 1].Lower)))
                return index > 0 && index < words.Count - 1 && words[index - 1].Lower is "is" or "was" ? OpensNoClause(words, index) : true;
            if (lower is "that" && words[index + 1].Lower is "much" or "many" or "one")
                return true;
            isNamed |= words[index].IsCapitalised && (index > 0 || !StopWords.For("en").Contains(lower));
        }

        return false;
    }

    // "The point is that ships sank" goes on; "the reason is that" does not.
    private static bool OpensNoClause(IReadOnlyList<Word> words, int that) => words.Count - that < 3;

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
