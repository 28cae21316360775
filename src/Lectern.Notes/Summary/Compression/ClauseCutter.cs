using System.Text.RegularExpressions;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary.Compression;

/// <summary>Cuts an English sentence into shorter sentences that say a part of it and are true where it is.</summary>
/// <remarks>
/// Lead-ins ("I think that"), clauses that only add ("…, which …", "…, because …", "…, but …") and what follows a dash go. A clause that
/// sets a condition stays. After D. Zajic et al. (2007) and H. Jing, "Sentence reduction for automatic text summarization" (2000).
/// Pure and thread-safe.
/// </remarks>
internal static partial class ClauseCutter
{
    /// <summary>Returns the sentence and what can be cut of it, without repeats, the sentence itself first.</summary>
    /// <param name="sentence">An English sentence without interruptions.</param>
    public static IReadOnlyList<string> Variants(string sentence)
    {
        var variants = new List<string>();
        Add(variants, sentence);
        var bare = WithoutLeadIns(sentence);
        Add(variants, bare);
        var inner = MiddleClause().Replace(bare, " ");
        Add(variants, inner);
        foreach (var text in new[] { bare, inner }.Distinct(StringComparer.Ordinal))
        {
            foreach (Match cut in TrailingClause().Matches(text))
                Add(variants, text[..cut.Index]);
            foreach (var cut in NextClause().Matches(text).Where(cut => !IsSecondHalf(text, cut)))
                Add(variants, WithoutLeadIns(text[(cut.Index + cut.Length)..]));
        }

        foreach (var text in variants.ToArray())
        {
            foreach (Match cut in TrailingClause().Matches(text))
                Add(variants, text[..cut.Index]);
        }

        return variants;
    }

    // "Not only in Italy, but in Germany": neither half is a sentence.
    private static bool IsSecondHalf(string text, Match cut) =>
        cut.Value.Contains("but", StringComparison.Ordinal) && text[..cut.Index].Contains("not only", StringComparison.Ordinal);

    private static void Add(List<string> variants, string text)
    {
        var trimmed = text.Trim().TrimEnd(',', ';', ':', '-');
        if (trimmed.Length > 0 && !variants.Contains(trimmed, StringComparer.Ordinal))
            variants.Add(trimmed);
    }

    private static string WithoutLeadIns(string sentence)
    {
        var text = sentence;
        for (var round = 0; round < 4; round++)
        {
            var rest = LeadIn().Replace(Prose.Tidy(text, "en"), string.Empty);
            if (rest.Length == text.Length || Tokens.Count(rest) < 4)
                break;
            text = rest;
        }

        return text;
    }

    [GeneratedRegex(
        @"^((and|but|so|now|well|because|then|also|thus|therefore|indeed|however|of course|again|first|second|third|secondly|finally|next|today|similarly|likewise|moreover|furthermore|meanwhile|instead|otherwise|consequently|hence|nevertheless|after all|at any rate|in any case|in other words|in fact|that is|for example|for instance|on the other hand|on the one hand|on the contrary|as a result|as I said|in a sense|in some sense|to some extent|at the same time|in this case|in that case|in this sense|at this point|at that point|at least|to begin with|by the way|interestingly|unfortunately|importantly|obviously|clearly|essentially|ultimately),? +" +
        @"|(I|we) (really )?(think|believe|guess|suppose|mean|would say|would argue|said|say|should say|mentioned|pointed out|told you|want to say|want to suggest|would suggest|suggest|know|find|found|hope|see|saw|noted|argued|suspect|claim)( (earlier|last time|before|here|also|already|now))?(,| that(?! (idea|point|question|way|kind|case|thing|one|example|problem|sense|part|time)s?\b))? +(?!(about|of|in|to|at|on|for|it|him|them|what|how|why|this)\b)" +
        @"|I('d| would) (like|want) to (say|suggest|argue|point out|emphasize|stress) that +|you (can |could |might |will |may |should )?(also )?(see|know|notice|say|think|remember|recall|find|imagine|argue)( here)?,? that +" +
        @"|(it turns out|it('s| is| was) (also )?(clear|true|obvious|important to (note|remember|understand|realize|recognize|point out|keep in mind)|worth noting|fair to say|said|often said|well known|the case|not surprising|possible|interesting))( here)?,? that +|it turns out +" +
        @"|(remember|recall|notice|note|suppose|bear in mind|keep in mind|remind yourself),?( that)? +(?=(the|a|an|[A-Z])\b)|(the|one|another|my|his|her|our|their|what the) (\w+ )?(point|idea|fact|thing|answer|claim|argument|bottom line|truth|reason)( of the matter)?( here| is here)? is,? that +" +
        @"|what (I|we|you|he|she|they|this|that)('m|'ve|'re)?( \w+){1,5} is that +|this (means|is to say|says|suggests|shows|implies|tells us) that +|that (means|is to say|says|suggests|shows|implies|tells us),? that +|if you (look at|think about|remember|recall)[^,]{0,50}, +)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@",\s+(which|who|whose|where)\s[^,;.]{3,80},\s(?=(is|are|was|were|has|have|had|can|will|would|could|should|may|might|must|do|does|did|\w+ed|\w+s)\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MiddleClause();

    [GeneratedRegex(
        @",\s+(which|who|whose|whom|where|because|but|so|although|though|whereas|while|since|as (I|we|you|he|she)|and (I|we|you|he|she|it|they|that|this|there|then|so|in|if|what|to|of course|it's|that's|he's|they're|we're|I'm|the|a)|or)\b" +
        @"|;\s|:\s|\s+(--|—)\s*|(--|—)\s*|\s+(because|and (so(?! \w+ed\b)|therefore|then|that's|it's|he|she|they|we|I|you|it|this|there)|but (he|she|they|we|I|you|it|this|that|there|not|the)|so (that|we|I|you))\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrailingClause();

    [GeneratedRegex(@";\s+|\s+(--|—)\s*|(--|—)\s*|,\s+(but|because|so|that is)\s+|\bis that\s+(?=the\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextClause();
}
