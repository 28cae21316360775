using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Makes a spoken sentence fit to be read outside its place.</summary>
public static class Prose
{
    private static readonly FrozenSet<string> Openers = Words(
        "so okay ok now well and but right alright um uh er erm hmm mm ah oh yeah yes no anyway anyways again actually basically plus also");

    private static readonly FrozenSet<string> Hesitations = Words("um uh er erm hmm mm");

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
        return EndWithPoint(Capitalise(text));
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
        while (first < words.Count - 1 && (Openers.Contains(words[first].Lower) || IsPhrase(words, first)) && !OpensNumber(words[first + 1]))
            first += IsPhrase(words, first) ? 2 : 1;
        var start = first == 0 ? 0 : words[Math.Min(first, words.Count - 1)].Start;
        var text = sentence[start..];
        return Tokens.Of(text).Any(word => Hesitations.Contains(word.Lower)) ? WithoutHesitations(text) : text;
    }

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
