using Lectern.Notes.Sentences;

namespace Lectern.Notes.Words;

/// <summary>Tells what parts of speech a word can be, before its neighbours are looked at.</summary>
/// <remarks>
/// By the closed classes, the lexicon and, for words that neither has, by their endings. Not thread-safe: it remembers the words it has seen.
/// </remarks>
internal sealed class WordClasses
{
    private const double Unknown = 0.3;
    private const double NameFactor = 40;
    private const double SecondChoice = 0.4;

    private static readonly (string Ending, PartOfSpeech Part, double Weight)[] Endings =
    [
        ("ing", PartOfSpeech.Gerund, 1), ("ed", PartOfSpeech.Past, 0.5), ("ed", PartOfSpeech.Participle, 0.5), ("ly", PartOfSpeech.Adverb, 1),
        ("ous", PartOfSpeech.Adjective, 2), ("ive", PartOfSpeech.Adjective, 1), ("al", PartOfSpeech.Adjective, 1), ("ic", PartOfSpeech.Adjective, 1),
        ("able", PartOfSpeech.Adjective, 2), ("ful", PartOfSpeech.Adjective, 1), ("less", PartOfSpeech.Adjective, 1), ("ian", PartOfSpeech.Adjective, 0.5),
        ("ss", PartOfSpeech.Noun, 1), ("us", PartOfSpeech.Noun, 1), ("is", PartOfSpeech.Noun, 1), ("s", PartOfSpeech.Plural, 1),
    ];

    private readonly Dictionary<(string Lower, bool Capital), IReadOnlyList<(PartOfSpeech Part, double Weight)>> _known = [];

    /// <summary>Returns the parts of speech that a word can be, with weights above 0 that say how usual each is.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isCapital">Whether it is written with a capital where an ordinary word would not be.</param>
    public IReadOnlyList<(PartOfSpeech Part, double Weight)> Of(Word word, bool isCapital)
    {
        var key = (word.Lower, isCapital);
        if (!_known.TryGetValue(key, out var parts))
            _known.Add(key, parts = Find(word, isCapital));
        return parts;
    }

    private static List<(PartOfSpeech Part, double Weight)> Find(Word word, bool isCapital)
    {
        var lower = word.Lower;
        var closed = ClosedClass.Of(lower);
        if (closed.Count > 0)
            return [.. closed.Select((part, order) => (part, Math.Pow(SecondChoice, order)))];
        if (char.IsDigit(lower[0]))
            return [(IsOrdinal(lower) ? PartOfSpeech.Adjective : PartOfSpeech.Number, 1)];
        if (lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("s'", StringComparison.Ordinal))
            return [(PartOfSpeech.Possessive, 1)];
        var weights = new Dictionary<PartOfSpeech, double>();
        AddKnown(lower, weights);
        if (weights.Count == 0)
            AddUnknown(lower, weights);
        var isName = isCapital || EnglishLexicon.Find(lower) is { IsName: true, Verb: 0, Adjective: 0 };
        if (isName)
            Add(weights, PartOfSpeech.Name, NameFactor);
        var sum = weights.Values.Sum();
        return [.. weights.Select(entry => (entry.Key, entry.Value / sum))];
    }

    private static void AddKnown(string lower, Dictionary<PartOfSpeech, double> weights)
    {
        if (EnglishLexicon.Find(lower) is { } entry)
        {
            Add(weights, PartOfSpeech.Noun, 0.7 * Uses(entry.Noun));
            Add(weights, PartOfSpeech.Verb, 0.4 * Uses(entry.Verb));
            Add(weights, PartOfSpeech.Adjective, Uses(entry.Adjective));
            Add(weights, PartOfSpeech.Adverb, Uses(entry.Adverb));
        }

        foreach (var lemma in WordForms.PluralLemmas(lower).Distinct(StringComparer.Ordinal))
            Add(weights, PartOfSpeech.Plural, 0.3 * Uses(EnglishLexicon.Find(lemma)!.Value.Noun));
        foreach (var lemma in WordForms.ThirdPersonLemmas(lower).Distinct(StringComparer.Ordinal))
            Add(weights, PartOfSpeech.ThirdPerson, 0.1 * Uses(EnglishLexicon.Find(lemma)!.Value.Verb));
        foreach (var lemma in WordForms.PastLemmas(lower).Distinct(StringComparer.Ordinal))
        {
            Add(weights, PartOfSpeech.Past, 0.2 * Uses(EnglishLexicon.Find(lemma)!.Value.Verb));
            Add(weights, PartOfSpeech.Participle, 0.2 * Uses(EnglishLexicon.Find(lemma)!.Value.Verb));
        }

        foreach (var lemma in WordForms.GerundLemmas(lower).Distinct(StringComparer.Ordinal))
            Add(weights, PartOfSpeech.Gerund, 0.15 * Uses(EnglishLexicon.Find(lemma)!.Value.Verb));
        foreach (var lemma in WordForms.DegreeLemmas(lower).Distinct(StringComparer.Ordinal))
            Add(weights, PartOfSpeech.Adjective, 0.1 * Uses(EnglishLexicon.Find(lemma)!.Value.Adjective));
    }

    // A word that no list has is a noun most likely, unless its ending says otherwise.
    private static void AddUnknown(string lower, Dictionary<PartOfSpeech, double> weights)
    {
        Add(weights, PartOfSpeech.Noun, Unknown);
        Add(weights, PartOfSpeech.Adjective, Unknown * Unknown);
        foreach (var (ending, part, weight) in Endings)
        {
            if (lower.Length > ending.Length + 2 && lower.EndsWith(ending, StringComparison.Ordinal) && !weights.ContainsKey(PartOfSpeech.Plural))
                Add(weights, part, weight);
            if (weights.Count > 2 && part is PartOfSpeech.Noun)
                break;
        }
    }

    // "19th", and "1s" or "2p" of orbitals, but not "1960s".
    private static bool IsOrdinal(string lower) => char.IsLetter(lower[^1]) && (lower.Length < 4 || lower.EndsWith("th", StringComparison.Ordinal));

    private static double Uses(int digit) => digit switch { 0 => 0, 1 => 0.5, _ => Math.Pow(2, digit - 1) };

    private static void Add(Dictionary<PartOfSpeech, double> weights, PartOfSpeech part, double weight)
    {
        if (weight > 0)
            weights[part] = weights.GetValueOrDefault(part) + weight;
    }
}
