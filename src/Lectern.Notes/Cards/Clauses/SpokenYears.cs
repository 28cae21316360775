using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Writes years in figures where a recogniser wrote them as they were spoken: "in nineteen twenty four" becomes "in 1924".</summary>
internal static partial class SpokenYears
{
    private static readonly FrozenDictionary<string, int> Numbers =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ')
            .Select((word, value) => (word, value))
            .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, index) => (word, (index + 2) * 10)))
            .ToFrozenDictionary(entry => entry.word, entry => entry.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the sentence with its spoken years in figures.</summary>
    public static string Write(string sentence) => Years().Replace(sentence, match =>
    {
        var century = Numbers[match.Groups["century"].Value];
        var rest = match.Groups["hundred"].Success ? 0 : Value(match.Groups["tens"]) + Value(match.Groups["unit"]);
        return $"{match.Groups["before"].Value}{((century * 100) + rest).ToString(CultureInfo.InvariantCulture)}";
    });

    private static int Value(Group group) => group.Success ? Numbers[group.Value] : 0;

    // Only after a word that years stand behind, and never a number of something ("in fifteen twenty minute lessons").
    [GeneratedRegex(
        @"(?<!\bout )\b(?<before>(in|since|until|by|of|about|around|after|before|from|year|spring|summer|autumn|winter) )(?<century>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty),? ((?<hundred>hundred)|(?<tens>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)([ -](?<unit>one|two|three|four|five|six|seven|eight|nine))?|(oh|o) (?<unit>one|two|three|four|five|six|seven|eight|nine))\b(?! (hundred|thousand|million|per|percent|minutes?|hours?|days?|years?|people|times|pounds|dollars|miles|feet|metres|meters)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Years();
}
