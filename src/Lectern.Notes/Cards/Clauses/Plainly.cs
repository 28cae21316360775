using System.Text.RegularExpressions;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Takes out of a sentence the words that only tie it to the one before, writes "there's" out, and takes short quotations for plain words.</summary>
internal static partial class Plainly
{
    /// <summary>Returns the sentence without them.</summary>
    public static string Say(string sentence)
    {
        var text = Contractions().Replace(sentence, match => match.Groups["there"].Value + (match.Groups["many"].Success ? " are" : " is"));
        text = Copulas().Replace(text, match => match.Groups["who"].Value + (match.Groups["many"].Success ? " are" : " is"));
        text = Attributions().Replace(text, " ");
        text = ShortQuotes().Replace(text, "${quoted}${inside}");
        text = Ties().Replace(text, " ");
        text = SuchA().Replace(text, string.Empty);
        text = Summary.Prose.Capitalise(Frames().Replace(Frames().Replace(text, string.Empty), string.Empty));
        return text.Length == 0 ? sentence : text;
    }

    // "We know that …", "the point is that …": what is said is said after it.
    [GeneratedRegex(
        @"^(and |but |so |now |then |because )*(((I|we|you)('d|'ve|'ll| would| have| can| could| should| will| also| just| already| now| all)* (think|believe|guess|suppose|say|said|know|see|saw|seen|remember|recall|notice|note|noted|argue|argued|claim|suggest|mention|mentioned|emphasize|find|found|learn|learned|realize|understand|point out|pointed out|tell you|told you|show|showed)( now| here| already| earlier| last time| before)?( that)?)|((let us|let's|let me)( just)? (remember|recall|note|say|point out)( that)?)|((please )?(remember|notice|recall|note|keep in mind|bear in mind|it turns out|it's clear|it is clear|it's true|it is true|it seems|it appears|it seems to me|it turns out to be the case)( again| here)?( that)?)|((the|my|one|another|his) (point|fact|idea|answer|truth|result|reality|claim|argument|conclusion|key point|key thing|key idea|bottom line|reason|basic idea|main point) (here )?(is|was)( simply| just)?,?( that)?)|((the|one|another|a) (first|second|third|other|key|main|crucial|important|interesting|next|last|final)( thing| one| point| reason| fact| idea)?( to this| here)? (is|was) that)|((this|that|which) (means|suggests|implies|shows) that)|(however|in contrast|by contrast|conversely|similarly|likewise|moreover|furthermore|additionally|in addition|therefore|thus|hence|consequently|meanwhile|nevertheless|overall|in this sense|in that sense|in this way|in that case|in this case|as a result|for example|for instance|in fact|of course|to be sure|in short|in short order|in essence|in general|in other words|on the other hand|in a way|in some ways|in many ways|in a sense|in some sense|in effect|as you know|as we know|as i said|as we saw|as you can see|as we have seen|so to speak|at the same time|again|finally|first|second|third|once again|well|now|look|by the way|in any case|in any event|after all|in the end|to put it simply|if you like|if you will),),? +(?=\w+[ ,])(?!(what|how|why|if|whether|to|of|about|it|this|that|where|when|which|who|the following|as|is|are|was)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Frames();

    [GeneratedRegex(@"(,\s*)?\b(?<!\b(not only|but|not) )(also|too(?=[.,;])|in turn|in particular|of course|similarly|likewise|moreover|furthermore|therefore|thus|hence|nevertheless|nonetheless|indeed|eventually|already|apparently|presumably|unfortunately|fortunately|interestingly|certainly|perhaps|essentially|ultimately|sort of|kind of(?= a| an| the|\w+ly)),?\s+(?=\w)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ties();

    [GeneratedRegex(@"\b(?<there>there)['’]s\b(?! been\b)(?=(?<many> (two|three|four|five|six|seven|eight|nine|ten|many|several|some|lots|a lot of|a number of|a few|all sorts|different)\b)?)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contractions();

    // "He's a poet", "who's the master of …": a verb that can be read.
    [GeneratedRegex(@"\b((?<who>he|she|it|who|which|that|what|where|here|everyone|nobody)['’]s(?= (a|an|the|one|in|on|at|from|of|not|called|known|very|quite|about|like|[a-z]+ing)\b)|(?<who>they|who)(?<many>['’]re)\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Copulas();

    // "Labor becomes, for Locke, the source …", "and that, he says, is …".
    [GeneratedRegex(@",\s+((for|to|according to|like|unlike|with|in) [A-Z][\w’']+( [A-Z][\w’']+)?|(he|she|they|[A-Z][\w’']+) (says|said|writes|wrote|argues|argued|tells us|claims|thinks|thought|believes|believed|wants to say|suggests|suggested)|I think|I believe|I would say|you might say|one might say|you could say|one could say|as it were|if you will|if you like|of course|in effect|in a way|in a sense|in many ways|in some ways|in other words|again|therefore|however),\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attributions();

    // "Turns such a memory into a lasting one": a memory; "such a good one that" goes on.
    [GeneratedRegex(@"\bsuch (?=an? )(?!.*\bthat\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SuchA();

    // A term in quotation marks is a term.
    [GeneratedRegex("[\"“'‘](?<=(^|\\s)[\"“'‘])(?<quoted>[\\w-]+( [\\w-]+){0,3})(?<inside>[,.]?)[\"”'’](?=$|[\\s,.;:])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShortQuotes();
}
