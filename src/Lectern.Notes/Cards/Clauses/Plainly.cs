using System.Text.RegularExpressions;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Takes out of a sentence the words that only tie it to the one before, writes "there's" out and takes short quotations for plain words.</summary>
internal static partial class Plainly
{
    /// <summary>Returns the sentence without them.</summary>
    public static string Say(string sentence) => Ties().Replace(ShortQuotes().Replace(Contractions().Replace(sentence, match => match.Groups["there"].Value + (match.Groups["many"].Success ? " are" : " is")), "${quoted}${inside}"), " ");

    [GeneratedRegex(@"(,\s*)?\b(?<!\b(not only|but|not) )(also|too(?=[.,;])|in turn|in particular|of course|similarly|likewise|moreover|furthermore|therefore|thus|hence|nevertheless|nonetheless|indeed|eventually|already|apparently|presumably|unfortunately|fortunately|interestingly|certainly|perhaps|essentially|ultimately|sort of|kind of(?= a| an| the|\w+ly)),?\s+(?=\w)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ties();

    [GeneratedRegex(@"\b(?<there>there)['’]s\b(?! been\b)(?=(?<many> (two|three|four|five|six|seven|eight|nine|ten|many|several|some|lots|a lot of|a number of|a few|all sorts|different)\b)?)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contractions();

    // A term in quotation marks is a term.
    [GeneratedRegex("[\"“'‘](?<=(^|\\s)[\"“'‘])(?<quoted>[\\w-]+( [\\w-]+){0,3})(?<inside>[,.]?)[\"”'’](?=$|[\\s,.;:])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShortQuotes();
}
