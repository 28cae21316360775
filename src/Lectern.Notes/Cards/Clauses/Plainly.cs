using System.Text.RegularExpressions;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Takes out of a sentence the words that only tie it to the one before, and writes "there's" out.</summary>
internal static partial class Plainly
{
    /// <summary>Returns the sentence without them.</summary>
    public static string Say(string sentence) => Ties().Replace(Contractions().Replace(sentence, "${there} is"), " ");

    [GeneratedRegex(@"(,\s*)?\b(?<!\b(not only|but|not) )(also|too(?=[.,;])|in turn|in particular|of course|similarly|likewise|moreover|furthermore|therefore|thus|hence|nevertheless|nonetheless|indeed|eventually),?\s+(?=\w)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ties();

    [GeneratedRegex(@"\b(?<there>there)['’]s\b(?! been\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contractions();
}
