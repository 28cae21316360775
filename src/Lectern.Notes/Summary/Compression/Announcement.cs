using System.Text.RegularExpressions;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary.Compression;

/// <summary>Turns what a lecturer announces into what the lecture does: "I want to talk about tides" becomes "The lecture discusses tides."</summary>
/// <remarks>
/// Cue phrases as in H. P. Edmundson, "New methods in automatic extracting", JACM 16 (1969); the object stays in the lecturer's words.
/// English only. Pure and thread-safe.
/// </remarks>
internal static partial class Announcement
{
    private const int FewestObjectWords = 2;
    private const int MostObjectWords = 22;

    private static readonly (string Verb, string Told)[] Verbs =
    [
        ("talk", "discusses"), ("speak", "discusses"), ("say", "discusses"), ("tell", "discusses"), ("discuss", "discusses"), ("look", "looks at"), ("consider", "considers"),
        ("turn", "turns to"), ("move", "turns to"), ("go on", "turns to"), ("introduc", "introduces"), ("describ", "describes"), ("explain", "explains"),
        ("examin", "examines"), ("explor", "explores"), ("review", "reviews"), ("focus", "focuses on"), ("concentrat", "concentrates on"),
        ("deal", "deals with"), ("study", "studies"), ("cover", "covers"), ("start", "begins with"), ("begin", "begins with"),
        ("deriv", "derives"), ("prov", "proves"), ("show", "shows"), ("defin", "defines"), ("analy", "analyses"), ("compar", "compares"), ("address", "addresses"),
    ];

    /// <summary>Returns the announcement as a sentence about the lecture, or null where the sentence announces nothing that can be told.</summary>
    /// <param name="sentence">An English sentence without interruptions.</param>
    public static string? Tell(string sentence)
    {
        var match = Pattern().Match(sentence);
        if (!match.Success || OtherTime().IsMatch(sentence))
            return null;
        var told = match.Groups["object"].Value;
        told = ObjectEnd().Replace(told, string.Empty).TrimEnd('.', ',', ';', ':', '-', ' ', '"');
        if (!IsSubject(told))
            return null;
        var verb = match.Groups["verb"].Value;
        var form = Verbs.First(entry => verb.StartsWith(entry.Verb, StringComparison.OrdinalIgnoreCase)).Told;
        return $"The lecture {form} {told}.";
    }

    private static bool IsSubject(string told)
    {
        var words = Tokens.Of(told);
        if (words.Count is < FewestObjectWords or > MostObjectWords || Pronouns().IsMatch(told) || told.Contains("--", StringComparison.Ordinal))
            return false;
        if (told.Count(letter => letter == '"') % 2 == 1 || BareOpening().IsMatch(told) || BadEnd().IsMatch(told))
            return false;
        var isQuestion = Question().IsMatch(told);
        return !isQuestion && words.Any(word => !StopWords.For("en").Contains(word.Lower) && !SpokenWords.For("en").Contains(word.Lower));
    }

    [GeneratedRegex(
        @"^(.{0,45}?[\s,])?(?<who>(I|we)('ll|'m going to|'re going to|'m gonna|'re gonna| am going to| are going to| will| want to| wanted to|'d like to| would like to| shall)|let me|let us|let's|(I|we)('ll| will) be)" +
        @"( (now|then|first|also|just|briefly|next|today|start by|begin by|start|begin|start off by|try to|go on to|go ahead and|do is|go back and|spend (some|a little|most of our|the rest of the) time))*" +
        @" (?<verb>(talk|speak)(ing)?( to you| with you)?( today| now| next| first| briefly| more| mainly| mostly| primarily| again| a little bit| a little| a bit| some| in some detail| about)* about|say (something|a few words|a few things|a word|a little bit|a little) about|tell you( a little| a bit| a little bit| something)?( more)? about|discuss(ing)?|look(ing)?( today| now| next| first| briefly| closely| a little| in detail)* at|consider(ing)?|turn(ing)?( now| next| then| briefly)? to|move on to|go on to|introduc(e|ing)|describ(e|ing)|explain(ing)?( to you)?|examin(e|ing)|explor(e|ing)|review(ing)?|focus(ing)? on|concentrat(e|ing) on|deal(ing)? with|study(ing)?|cover(ing)?|start with|begin with|deriv(e|ing)|prov(e|ing)|show( you)?(?= how| that| why)|defin(e|ing)|analy[sz](e|ing)|compar(e|ing)|address(ing)?)" +
        @"( (today|now|next|first|is|briefly))* (?<object>\S.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\b(next|last|previous) (time|week|lecture|class|monday|tuesday|wednesday|thursday|friday|day|year|semester)|\b(later on|in a moment|in a minute|in a second|not going to|won't|yesterday|tomorrow|homework|midterm|exam|quiz)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherTime();

    [GeneratedRegex(@"(\s*(--|—|;|:)|[.?!]\s|,\s+(and|but|so|because|which|as|or|if|since|then|where|who|with which|okay|right|going|trying)\b|,? because\b| (and|but) (then|so|I|we|you|I'm|we'll|I'll|that|it|it's|this|he|she|they)\b| so (that )?(I|we|you)\b).*$|,?\s+(today|now|next|here|first|briefly|for a (moment|minute|second)|this (morning|afternoon)|a (little )?bit|in (this|today's) (lecture|class))[.?!]?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ObjectEnd();

    [GeneratedRegex(@"\b(I|I'm|I've|I'd|I'll|me|my|you|you're|you've|you'd|your|him|them|it|its|it's|he|he's|she|they|they're|their|his|her|these|those|here|that's|this|one|ones|another|us|that (class|one|point|idea|question|time)|stuff|things?|slides?|we've|we're)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pronouns();

    [GeneratedRegex(@"^(that|there|what's|who|whom|not|by|with|at|to|in|on|from|for|some of|a couple|a few|doing|being|saying|going|(the )?(second|third|fourth|next|other|last|following)\b|(the )?(more|most|same)\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareOpening();

    [GeneratedRegex(@"\b(the|a|an|of|to|in|at|on|for|with|and|or|but|is|are|was|as|that|we|from|by|about|than|like|very|so|if|how|what|why|which|who)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BadEnd();

    // "how do we know", "why is the sky": a question's order of words, which no sentence holds.
    [GeneratedRegex(@"^(how|why|what|where|when|who|which)( \w+){0,2} (do|does|did|is|are|was|were|can|could|should|would|will|have|has) (the|a|an|we|I|people|there)\b|\?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();
}
