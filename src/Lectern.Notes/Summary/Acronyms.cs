using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Finds what acronyms stand for.</summary>
/// <remarks>
/// Initials matched to a run of words near the acronym, after A. Schwartz and M. Hearst, "A simple algorithm for identifying
/// abbreviation definitions in biomedical text" (2003); function words between may be passed over.
/// </remarks>
public static class Acronyms
{
    private const int FewestLetters = 2;
    private const int MostLetters = 6;

    /// <summary>Returns the acronyms of a lecture that are spelt out in a sentence that uses them, with what they stand for.</summary>
    /// <param name="sentences">The sentences in order.</param>
    /// <param name="terms">Their terms, which know the function words.</param>
    /// <returns>The acronym as written, without a plural s, to the words as written and where; the first spelling counts.</returns>
    public static IReadOnlyDictionary<string, Acronym> Find(IReadOnlyList<Sentence> sentences, TermFrequency terms)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(terms);

        var found = new Dictionary<string, Acronym>(StringComparer.Ordinal);
        for (var index = 0; index < sentences.Count; index++)
        {
            var parsed = new ParsedSentence(sentences[index].Text);
            var acronyms = parsed.Words.Select(word => Letters(word.Text)).Where(letters => letters.Length > 0).ToArray();
            if (acronyms.Length * 2 > parsed.Count)
                continue;
            foreach (var acronym in acronyms.Where(acronym => !found.ContainsKey(acronym)))
            {
                if (Expand(parsed, acronym, terms) is { } expansion)
                    found.Add(acronym, new Acronym(expansion, index));
            }
        }

        return found;
    }

    private static string Letters(string word)
    {
        var letters = word.EndsWith('s') ? word[..^1] : word;
        return letters.Length is >= FewestLetters and <= MostLetters && letters.All(char.IsUpper) ? letters : string.Empty;
    }

    private static string? Expand(ParsedSentence sentence, string acronym, TermFrequency terms)
    {
        for (var first = 0; first < sentence.Count; first++)
        {
            var (word, letter) = (first, 0);
            while (word < sentence.Count && letter < acronym.Length)
            {
                var text = sentence.Words[word].Text;
                if (Letters(text).Length > 0 || (word > first && sentence.HasBreakBefore(word)))
                    break;
                if (char.ToUpperInvariant(text[0]) == acronym[letter])
                    letter++;
                else if (word == first || !terms.IsFunctionWord(sentence.Lower[word]))
                    break;
                word++;
            }

            if (letter == acronym.Length)
                return sentence.Slice(first, word);
        }

        return null;
    }
}
