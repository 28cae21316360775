using System.Text.RegularExpressions;

namespace Lectern.Library;

/// <summary>Reads sentences with gaps as Anki writes them: <c>{{c1::answer}}</c> or <c>{{c1::answer::hint}}</c>.</summary>
internal static partial class ClozeText
{
    /// <summary>Returns the sentence with its gaps filled in.</summary>
    internal static string Filled(string sentence) => Gap().Replace(sentence, "${answer}");

    /// <summary>Returns what stands before, in and after the first gap of a sentence, without its hint; null where it has none.</summary>
    internal static (string Before, string Answer, string After)? Split(string sentence)
    {
        var gap = Gap().Match(sentence);
        return gap.Success ? (sentence[..gap.Index], gap.Groups["answer"].Value, sentence[(gap.Index + gap.Length)..]) : null;
    }

    [GeneratedRegex(@"\{\{c\d+::(?<answer>.*?)(?:::.*?)?\}\}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
