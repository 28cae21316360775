using System.Text;

namespace Lectern.Library;

/// <summary>Turns what a user typed into a query of FTS5, whose own syntax nobody can get at: every word is quoted.</summary>
/// <remarks>Words in quotation marks must stand together. The last word may be the beginning of one, unless a space follows it.</remarks>
internal sealed class SearchQuery
{
    private const int MostTerms = 12;
    private const int LongestTerm = 80;
    private const int ShortestBeginning = 2;

    private readonly List<string> _terms;

    private SearchQuery(List<string> terms) => _terms = terms;

    /// <summary>Gets the query that finds lines with all words; null where there are no words.</summary>
    internal string? AllWords => _terms.Count == 0 ? null : string.Join(" AND ", _terms);

    /// <summary>Gets the query that finds lines with any of the words; null where that is the same.</summary>
    internal string? AnyWord => _terms.Count < 2 ? null : string.Join(" OR ", _terms);

    /// <summary>Reads what a user typed.</summary>
    internal static SearchQuery Parse(string text)
    {
        var terms = new List<string>();
        var pieces = Clean(text).Split('"');
        for (var i = 0; i < pieces.Length; i++)
        {
            // Between a first and a second quotation mark; one that nobody closed means nothing.
            var isPhrase = i % 2 == 1 && i < pieces.Length - 1;
            if (isPhrase)
                terms.Add(Quote(pieces[i].Trim()));
            else
                terms.AddRange(pieces[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Quote));
        }

        var isOpen = pieces[^1].Length > 0 && pieces[^1][^1] != ' ';
        terms = [.. terms.Where(HasWord).Take(MostTerms)];
        if (isOpen && terms.Count > 0 && terms[^1].Length >= ShortestBeginning + 2)
            terms[^1] += " *";
        return new SearchQuery(terms);
    }

    private static string Quote(string words) => $"\"{(words.Length > LongestTerm ? words[..LongestTerm] : words)}\"";

    private static bool HasWord(string term) => term.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Makes everything a space that is neither seen nor a letter: the index takes it for one, too.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune);
        return clean.ToString();
    }
}
