using System.Text.RegularExpressions;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Tells which sentences of a lecture are read out of a text: a poem's lines, a long quotation.</summary>
/// <remarks>Remembers an open quotation mark, for a few sentences: use one for one lecture, in its order.</remarks>
internal sealed partial class Quotations
{
    private const int MostSentences = 12;

    private int _open;

    /// <summary>Whether the next sentence is quoted.</summary>
    /// <param name="sentence">The sentence as spoken.</param>
    public bool Quotes(string sentence)
    {
        var marks = sentence.Count(letter => letter is '"' or '“' or '”');
        var wasOpen = _open > 0;
        if (marks % 2 == 1)
            _open = wasOpen ? 0 : MostSentences;
        else if (wasOpen)
            _open--;
        return wasOpen || marks % 2 == 1 || Verse().IsMatch(sentence);
    }

    // "The breadth of an accelerando moves, Captives the being": a small word with a capital after a comma begins a line of verse.
    [GeneratedRegex(@"[a-z]\w*[,;]? (The|And|Of|In|But|To|With|That|From|By|As|For|A|An|On|At|Or|Is|Are|Was|Who|When|Where|My|His|Her|Their|Its|Our|Not|No)\b (?!([A-Z]|\d))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verse();
}
