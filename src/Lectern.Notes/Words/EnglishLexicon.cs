using System.IO.Compression;
using System.Reflection;

namespace Lectern.Notes.Words;

/// <summary>The open-class words of English: how common each is as what part of speech, and what its nouns name.</summary>
/// <remarks>
/// G. A. Miller, "WordNet: a lexical database for English" (1995), release 3.1; made by <c>scripts/make-lexicon.mjs</c>, its licence is in
/// <c>WORDNET-LICENSE.txt</c> beside the table. Read once in a process, at the first use; thread-safe.
/// </remarks>
public static class EnglishLexicon
{
    private const int Entries = 90_000;
    private static readonly Lazy<Table> Data = new(Read);

    /// <summary>Returns how a lemma is used; nothing for words that WordNet does not have, which are those of the closed classes too.</summary>
    /// <param name="lemma">A lemma in lower case.</param>
    public static LexiconEntry? Find(string lemma) => Data.Value.Uses.TryGetValue(lemma, out var entry) ? entry : null;

    /// <summary>Returns the lemmas that a form is an irregular form of.</summary>
    /// <param name="form">A form in lower case.</param>
    /// <returns>The part of speech, one of n, v, a and r, and the lemma; empty for most forms.</returns>
    internal static IReadOnlyList<(char Part, string Lemma)> Irregular(string form) =>
        Data.Value.Irregular.TryGetValue(form, out var lemmas) ? lemmas : [];

    private static Table Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("english.lexicon.br")!;
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress));
        var table = new Table(new(Entries, StringComparer.Ordinal), new(StringComparer.Ordinal));
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var word = line[..space];
            var rest = line.AsSpan(space + 1);
            if (rest[0] == '=')
                AddIrregular(table, word, rest[1], rest[3..].ToString());
            else
                table.Uses.Add(word, Parse(rest));
        }

        return table;
    }

    private static void AddIrregular(Table table, string form, char part, string lemma)
    {
        if (!table.Irregular.TryGetValue(form, out var lemmas))
            table.Irregular.Add(form, lemmas = []);
        lemmas.Add((part, lemma));
    }

    private static LexiconEntry Parse(ReadOnlySpan<char> code)
    {
        var letter = code.Length > 4 ? code[4] : '\0';
        var kind = letter == '\0' ? NounKind.None : (NounKind)(char.ToLowerInvariant(letter) - 'a' + 1);
        return new LexiconEntry(code[0] - '0', code[1] - '0', code[2] - '0', code[3] - '0', kind, char.IsUpper(letter));
    }

    /// <summary>The table as it is searched.</summary>
    private sealed record Table(Dictionary<string, LexiconEntry> Uses, Dictionary<string, List<(char Part, string Lemma)>> Irregular);
}
