using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Makes a spoken sentence fit to be read outside its place.</summary>
public static class Prose
{
    private const int MaxAsideWords = 5;

    private static readonly FrozenSet<string> Openers = Words(
        "so okay ok now well and but right alright um uh er erm hmm mm ah oh yeah yes no anyway anyways again actually basically plus also");

    private static readonly FrozenSet<string> Hesitations = Words("um uh er erm hmm mm");

    private static readonly FrozenSet<string> Asides = new[]
    {
        "in fact", "of course", "as i said", "as we said", "as i say", "as you know", "as you can see", "as i pointed out", "as i mentioned",
        "as we saw", "you see", "i think", "i guess", "interestingly", "obviously", "clearly", "first of all", "in other words", "again",
        "by the way", "to be sure", "for example", "for instance", "finally", "so to speak", "on the other hand", "in any case",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Verbs = Words(
        "is are was were am be been isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't didn't can could will " +
        "would shall should may might must can't cannot couldn't won't wouldn't shouldn't became become becomes makes make made takes take took " +
        "gives give gave gets get got goes go went comes come came says say said means mean meant shows show shown knows know knew sees see saw " +
        "finds find found thinks think thought needs need wants want uses use lets let let's i'm we're you're they're it's he's she's i've we've " +
        "you've they've i'll we'll you'll began begins begin wrote writes write led leads lead held holds hold brought brings bring " +
        "left leaves kept keeps keep fell falls fall grew grows grow ran runs run put puts set sets lost loses lose won wins win spoke speaks " +
        "tells tell told built builds build sent sends send felt feels feel stood stands stand rose rises rise drew draws draw broke breaks break " +
        "there's that's here's who's what's seems seem depends depend works work looks look happens happen turns turn starts start plays play");

    private static readonly FrozenSet<string> Determiners = Words("the a an this these those his her its their our my your some any every each all no");

    private static readonly FrozenSet<string> NounsToo = Words(
        "work works need needs look looks turn turns start starts play plays set sets lead leads run runs fall falls use uses build show shows " +
        "rise draw break hold stand thought will might can say wins win left felt means mean takes wants feel");

    private static readonly FrozenSet<string> Naming = Words("called named based titled entitled interested");

    private static readonly FrozenSet<string> Degrees = Words("almost very most more so quite less rather too");

    private static readonly FrozenSet<string> LeadsToNoun = Words(
        "the a an this these those his her its their our my your some any every each no of in at for from with by on");

    private static readonly FrozenSet<string> Dangling = Words(
        "this that these those it its it's that's he he's she she's they they're they've his her hers their him them such here here's which who whom " +
        "whose then therefore thus hence otherwise instead however another either neither both same or nor than because else too there's one " +
        "ones similarly likewise moreover furthermore meanwhile consequently where except");

    private static readonly FrozenSet<string> SelfNames = Words("lecture course class week talk semester session morning afternoon");

    /// <summary>Returns a sentence without fillers, with a capital in front and a point at the end.</summary>
    /// <param name="sentence">A sentence as the recogniser wrote it.</param>
    /// <param name="language">A BCP 47 tag; fillers are known in English only, elsewhere all words stay.</param>
    /// <returns>The same words in the same order, but for fillers; empty only where the sentence is.</returns>
    public static string Tidy(string sentence, string language)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var text = LanguageTag.IsEnglish(language) ? WithoutFillers(sentence) : sentence;
        if (text.Length == 0)
            text = sentence;
        return EndWithPoint(Capitalise(WithoutLoneQuote(text)));
    }

    /// <summary>Whether a sentence leans on the one before it: it opens with "this", "he", "however" and the like.</summary>
    /// <param name="tidySentence">A sentence from <see cref="Tidy"/>.</param>
    /// <param name="language">A BCP 47 tag; always false for languages other than English.</param>
    public static bool IsDangling(string tidySentence, string language)
    {
        ArgumentNullException.ThrowIfNull(tidySentence);
        if (!LanguageTag.IsEnglish(language))
            return false;
        var words = Tokens.Of(tidySentence);
        if (words.Count == 0)
            return true;
        if (!Dangling.Contains(words[0].Lower))
            return false;
        return !(words[0].Lower is "this" && words.Count > 1 && SelfNames.Contains(words[1].Lower));
    }

    /// <summary>Whether a sentence seems to have a verb, so that it says something; fragments of speech have none.</summary>
    /// <param name="tidySentence">A sentence from <see cref="Tidy"/>.</param>
    /// <param name="language">A BCP 47 tag; always true for languages other than English.</param>
    public static bool HasVerb(string tidySentence, string language)
    {
        ArgumentNullException.ThrowIfNull(tidySentence);
        return !LanguageTag.IsEnglish(language) || FirstVerb(tidySentence) >= 0;
    }

    /// <summary>Returns the index of the first word of an English sentence that seems to be a verb, or -1.</summary>
    /// <param name="tidySentence">A sentence from <see cref="Tidy"/>.</param>
    internal static int FirstVerb(string tidySentence)
    {
        foreach (var index in VerbsIn(tidySentence))
            return index;
        return -1;
    }

    /// <summary>Returns the indices of the words of an English sentence that seem to be verbs.</summary>
    /// <param name="tidySentence">A sentence from <see cref="Tidy"/>.</param>
    internal static IEnumerable<int> VerbsIn(string tidySentence)
    {
        var words = Tokens.Of(tidySentence);
        var stopWords = StopWords.For("en");
        for (var index = 0; index < words.Count; index++)
        {
            // "Plants produce the …": what stands between a content word and a determiner is a verb, since no preposition is a content word.
            var standsForVerb = index > 0 && index + 1 < words.Count && !stopWords.Contains(words[index].Lower) && Determiners.Contains(words[index + 1].Lower);
            if (IsVerb(words, index) || (standsForVerb && tidySentence[words[index].End] == ' '))
                yield return index;
        }
    }

    // "The work of Marx" and "an almost veiled form" have no verb: what an article leads to is a noun or describes one.
    private static bool IsVerb(IReadOnlyList<Word> words, int index)
    {
        var lower = words[index].Lower;
        var isPast = index > 0 && lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal) && !Naming.Contains(lower);
        if (!isPast && !NounsToo.Contains(lower))
            return Verbs.Contains(lower);
        var before = index - 1;
        while (before >= 0 && (Degrees.Contains(words[before].Lower) || words[before].Lower.EndsWith("ly", StringComparison.Ordinal)))
            before--;
        return before >= 0 && !LeadsToNoun.Contains(words[before].Lower);
    }

    /// <summary>Returns a text with its first letter a capital; quotes and brackets before it are passed over.</summary>
    /// <param name="text">Any text.</param>
    internal static string Capitalise(string text)
    {
        var index = 0;
        while (index < text.Length && !char.IsLetterOrDigit(text[index]) && !char.IsSurrogate(text[index]))
            index++;
        return index < text.Length && char.IsLower(text[index])
            ? text[..index] + char.ToUpperInvariant(text[index]) + text[(index + 1)..]
            : text;
    }

    private static string WithoutFillers(string sentence)
    {
        var words = Tokens.Of(sentence);
        var first = 0;
        while (first < words.Count - 1 && (IsOpener(sentence, words, first) || IsPhrase(words, first)) && !OpensNumber(words[first + 1]))
            first += IsPhrase(words, first) ? 2 : 1;
        first = SkipAside(sentence, words, first);
        var start = first == 0 ? 0 : words[Math.Min(first, words.Count - 1)].Start;
        var text = sentence[start..];
        return Tokens.Of(text).Any(word => Hesitations.Contains(word.Lower)) ? WithoutHesitations(text) : text;
    }

    // "No man is an island" denies, "Right angles are equal" names: such words are openers only where the sentence goes on after them.
    private static bool IsOpener(string sentence, IReadOnlyList<Word> words, int index)
    {
        var lower = words[index].Lower;
        if (!Openers.Contains(lower) || lower is not ("no" or "right" or "well") || sentence[words[index].End] != ' ')
            return Openers.Contains(lower);
        var next = words[index + 1].Lower;
        return lower is not "no" && (StopWords.For("en").Contains(next) || Openers.Contains(next));
    }

    // "In fact, …", "As I said, …": passed over where a comma sets them off and something follows.
    private static int SkipAside(string sentence, IReadOnlyList<Word> words, int first)
    {
        for (var length = 1; length <= MaxAsideWords && first + length < words.Count; length++)
        {
            if (sentence[words[first + length - 1].End] != ',')
                continue;
            return Asides.Contains(string.Join(' ', words.Skip(first).Take(length).Select(word => word.Lower))) ? first + length : first;
        }

        return first;
    }

    // Half of a quotation is no quotation.
    private static string WithoutLoneQuote(string text) =>
        text.Count(letter => letter == '"') == 1 && text.Trim('"').Length > 0 ? text.Replace("\"", string.Empty, StringComparison.Ordinal) : text;

    // "No 7" is a number, not an answer.
    private static bool OpensNumber(Word word) => char.IsDigit(word.Text[0]);

    private static bool IsPhrase(IReadOnlyList<Word> words, int index) =>
        index + 2 < words.Count && (words[index].Lower, words[index + 1].Lower) is ("you", "know") or ("i", "mean") or ("all", "right")
        && words[index + 2].Lower is not ("that" or "what" or "how" or "why" or "the" or "by");

    private static string WithoutHesitations(string text)
    {
        var kept = text.Split(' ').Where(part =>
        {
            var bare = part.TrimEnd(',', '.', '-', '…');
            return !Hesitations.Contains(bare.ToLowerInvariant());
        });
        return string.Join(' ', kept).TrimStart(',', ' ');
    }

    private static string EndWithPoint(string text)
    {
        var trimmed = text.TrimEnd(',', ';', ':', '-', '–', '—', ' ');
        if (trimmed.Length == 0)
            return text;
        var last = trimmed[^1];
        return char.IsUpper(last) || char.IsLower(last) || char.IsDigit(last) ? trimmed + "." : trimmed;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
