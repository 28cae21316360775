using System.Text.RegularExpressions;

namespace Lectern.Notes.Summary.Compression;

/// <summary>Takes out what a speaker throws into an English sentence: parentheses, asides between commas, words that only hedge.</summary>
/// <remarks>
/// Rule-based compression by deletion, as in D. Zajic, B. Dorr, J. Lin and R. Schwartz, "Multi-candidate reduction: sentence compression
/// as a tool for document summarization tasks" (2007). Pure and thread-safe.
/// </remarks>
internal static partial class Interruptions
{
    private const string AsideWords =
        "you know|I think|I mean|I guess|I suppose|I believe|I would say|I should say|of course|as I said|as I say|as we said|as I mentioned|as you know|as we know|as we saw|" +
        "as you can see|as it were|so to speak|if you will|if you like|in fact|indeed|obviously|clearly|by the way|in a sense|in some sense|again|let's say|" +
        "it turns out|it seems to me|right|okay|well|sort of|kind of|to be sure|really|basically|essentially|actually|though|for example|for instance|say|then|too|however|therefore";

    /// <summary>Returns the sentence without its interruptions.</summary>
    /// <param name="sentence">An English sentence.</param>
    /// <returns>Words of the sentence in their order.</returns>
    public static string Remove(string sentence)
    {
        var text = Brackets().Replace(sentence.Replace('’', '\''), " ");
        text = Dashes().Replace(text, " ");
        text = LastAside().Replace(text, string.Empty);
        text = Asides().Replace(text, " ");
        text = Asides().Replace(text, " ");
        text = Repeats().Replace(text, "${word}");
        text = Hedges().Replace(text, string.Empty);
        text = SpaceBeforePoint().Replace(text, "${point}");
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"(^|\s+)[\(\[][^\)\]]*[\)\]]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s*(--|—|–)\s*(\w[^\-—–.?!]{0,60}?)\s*(--|—|–)\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dashes();

    [GeneratedRegex(@",\s*(" + AsideWords + @"),\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asides();

    [GeneratedRegex(@",\s*(" + AsideWords + @"|and so on|and so forth|et cetera|or whatever|or something|or anything|all right)(?=[.?!]*$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastAside();

    [GeneratedRegex(@"\b(really|actually|basically|simply|literally|obviously|of course|in fact|you know|just(?! (as|like|before|after|war|and|one|a))|(?<!\b(a|an|the|this|that|what|some|any|one|each|every|same|another|which|other|certain|different|of|\w+ing) )(kind|sort) of)\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hedges();

    [GeneratedRegex(@"\b(?<word>the|a|an|of|to|in|and|is|it|we|that|they|he|this|for|you|I|on|with|really|very|much),?\s+\k<word>\b(?!')", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Repeats();

    [GeneratedRegex(@"\s+(?<point>[,.;:?!])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpaceBeforePoint();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
