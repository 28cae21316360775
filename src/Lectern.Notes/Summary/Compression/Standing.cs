using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary.Compression;

/// <summary>Judges whether a sentence can be read alone, and how well.</summary>
/// <remarks>English is judged by its words; of other languages only length and punctuation are. Pure and thread-safe.</remarks>
internal static partial class Standing
{
    private const int FewestWords = 6;
    private const int ManyWords = 30;

    private static readonly FrozenSet<string> Speaker = Words("i i'm i've i'll i'd me my mine myself");
    private static readonly FrozenSet<string> Listener = Words("you you're you've you'll you'd your yours yourself");
    private static readonly FrozenSet<string> Us = Words("we we're we've we'll we'd us our ours");

    private static readonly FrozenSet<string> References = Words(
        "he he's him his she she's her hers they they're them their theirs it it's its they've himself itself themselves they'd he'd it'll he'll she'll they'll it'd she'd");

    private static readonly FrozenSet<string> Pointers = Words("this these those here there's that's that'll there'd tonight");

    private static readonly FrozenSet<string> HalfOpeners = Words(
        "how what why where when just not whether maybe let's let if unless until suppose given especially particularly to from like even only " +
        "perhaps sometimes about after before imagine think look go and or but so being");

    private static readonly FrozenSet<string> Relatives = Words("that which who whom whose where what when how why if because to let's as while");

    private static readonly FrozenSet<string> Before = Words("of in at for from with by on to about like into over under against behind through than is was and as after before");

    private static readonly FrozenSet<string> Chatter = Words(
        "homework midterm quiz exam exams syllabus handout slide slides website email deadline grade grades powerpoint podcast section " +
        "laughter applause inaudible okay ok alright guys stuff gonna wanna blackboard");

    private static readonly FrozenSet<string> EndsInNothing = Words(
        "the a an of to in at on for with and or but is are was were as that which who from by about than like very so if be been being his her " +
        "their its our my your not no has have had do does did can could will would should may might must because when where how what why let " +
        "this these those into onto upon between among such too more most really both either neither per i");

    /// <summary>Returns how well a sentence stands alone: 0 (not at all) to 1.</summary>
    /// <param name="text">A tidy sentence.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static double Of(string text, string language)
    {
        var words = Tokens.Of(text);
        if (Tokens.Count(text) < FewestWords || text.TrimEnd('"', '”', ')', '\'').EndsWith('?') || text.EndsWith('？'))
            return 0;
        var fitness = words.Count > ManyWords ? Math.Max(0.3, 1 - ((words.Count - ManyWords) / 40.0)) : 1;
        return LanguageTag.IsEnglish(language) ? fitness * English(text, words) : fitness;
    }

    private static double English(string text, IReadOnlyList<Word> words)
    {
        if (Prose.IsDangling(text, "en") || !HasMainVerb(text, words) || text.Count(letter => letter == '"') % 2 == 1 || EndsInNothing.Contains(words[^1].Lower) || LooseOne().IsMatch(text))
            return 0;
        if (text.Contains("...", StringComparison.Ordinal) || text.Contains('…') || text.Contains("--", StringComparison.Ordinal) || text.Contains('?'))
            return 0.1;
        var fitness = HalfOpeners.Contains(words[0].Lower) ? 0.25 : 1;
        if (words.Any(word => Chatter.Contains(word.Lower)))
            fitness *= 0.3;
        fitness *= Math.Pow(0.35, words.Count(word => Speaker.Contains(word.Lower)));
        fitness *= Math.Pow(0.5, words.Count(word => Listener.Contains(word.Lower)));
        fitness *= Math.Pow(0.8, words.Count(word => Us.Contains(word.Lower)));
        return fitness * Pointing(words);
    }

    // "A question which he asked" has a verb, but not of its own; "was criticised" has no subject.
    private static bool HasMainVerb(string text, IReadOnlyList<Word> words)
    {
        var verb = Prose.FirstVerb(text);
        if (verb <= 0 || words[verb].Lower is "who's" or "what's" || (IsPastForm(words[0].Lower) && IsPastForm(words[verb].Lower)))
            return false;
        return !words.Take(verb).Any(word => Relatives.Contains(word.Lower) || word.Lower is "being") && !DanglingStart().IsMatch(text);
    }

    private static bool IsPastForm(string lower) => lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal);

    // A pronoun may stand for a noun that the sentence has named before; "this" and "those" point out of it.
    private static double Pointing(IReadOnlyList<Word> words)
    {
        var fitness = 1.0;
        var named = 0;
        var stopWords = StopWords.For("en");
        for (var index = 0; index < words.Count; index++)
        {
            var lower = words[index].Lower;
            if (!stopWords.Contains(lower) && !SpokenWords.For("en").Contains(lower))
                named++;
            if (References.Contains(lower) && named == 0)
                fitness *= 0.3;
            else if (References.Contains(lower))
                fitness *= 0.85;
            if (Pointers.Contains(lower) && !IsThisLecture(words, index))
                fitness *= 0.4;
            if (lower is "that" && index > 0 && Before.Contains(words[index - 1].Lower) && words[index - 1].Lower is not ("is" or "was" or "and" or "in"))
                fitness *= 0.4;
        }

        return fitness;
    }

    private static bool IsThisLecture(IReadOnlyList<Word> words, int index) =>
        words[index].Lower is "this" && index + 1 < words.Count && words[index + 1].Lower is "lecture" or "course";

    [GeneratedRegex(
        @"\b(the|this|that|a|another) (first|second|third|other|next|last|same|former|latter|following|big|simple|only|new|old|right|left)? ?(one|ones|thing|things|stuff)\b|\bwhatever\b|\band so (on|forth)\b|\bthe (former|latter)\b|\b(as|like) (I|we|you) (said|say|saw|mentioned)|\blet me\b|\bif you (will|like)\b|\bgoing to (say|talk|do)\b|\bnext (time|week|lecture)\b|\blast (time|week|lecture)\b|\bI('ve| have)? (said|mentioned)\b|\bsomething like that\b|\b(do|does|did|doing) that\b|\bthis kind of\b|\bthat's\b|\b(thank|thanks|hello|welcome|sorry|let's)\b|\bas follows\b|\bthe following\.?$|\bnot only\b(?!.*\bbut\b)" +
        // A question that is quoted or that breaks into the sentence.
        @"|[,:] ""?(what|who|how|why|where|when)('s|'re| is| are| was| were| do| does| did| can| would| should)\b|, (?-i:Can|Do|Does|Did|Is|Are|Should|Would|Could|What|Why|How|Who|Where)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooseOne();

    [GeneratedRegex(
        @"^(in|at|on|for|with|by)\b[^,]*, (and|or)\b|^(namely|that is|such as|in terms of|as well as|rather than)\b|^\w+ing (the|a|an)\b|^(looks|turns|seems|means|needs|works|starts|shows|takes|goes|gets|says|makes|comes)\b(?! (of|by|and)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DanglingStart();

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
