using System.Collections.Frozen;
using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>What a lecture calls by name, and what it can call "the …" without having said which.</summary>
/// <remarks>
/// A definite that is never brought in with "a" is unique in its subject ("the brain"); one that is ("an island … the island") points back
/// (R. Vieira and M. Poesio, "An empirically based system for processing definite descriptions", 2000). Immutable and thread-safe.
/// </remarks>
internal sealed class LectureNouns
{
    private const int FewUses = 4;
    private const double PointedShare = 0.15;
    private const int FewNameUses = 1;

    private const int OftenUses = 4;

    private readonly Dictionary<string, Uses> _uses;
    private readonly Dictionary<string, int> _pairs = new(StringComparer.Ordinal);

    private LectureNouns(IReadOnlySet<string> names, IReadOnlySet<string> persons, Dictionary<string, Uses> uses)
    {
        Names = names;
        Persons = persons;
        _uses = uses;
    }

    /// <summary>Words in lower case that are written with a capital inside sentences, more often than not.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Those of the names that are said to do what only persons do ("Randolph argued").</summary>
    public IReadOnlySet<string> Persons { get; }

    /// <summary>Reads a lecture.</summary>
    /// <param name="sentences">The sentences, as spoken or as tidied.</param>
    public static LectureNouns Of(IReadOnlyList<ParsedSentence> sentences)
    {
        var capitals = new Dictionary<string, (int Upper, int Lower)>(StringComparer.Ordinal);
        var uses = new Dictionary<string, Uses>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var word = 1; word < sentence.Count; word++)
            {
                CountCapital(sentence, word, capitals);
                CountDeterminer(sentence, word, uses);
            }
        }

        var names = capitals
            .Where(entry => entry.Value.Upper > FewNameUses && entry.Value.Upper > 3 * entry.Value.Lower && ClosedClass.Of(entry.Key).Count == 0)
            .Select(entry => entry.Key)
            .ToFrozenSet(StringComparer.Ordinal);
        var nouns = new LectureNouns(names, FindPersons(sentences, names), uses);
        foreach (var pair in sentences.SelectMany(sentence => sentence.Lower.Zip(sentence.Lower.Skip(1), (first, second) => first + " " + second)))
            nouns._pairs[pair] = nouns._pairs.GetValueOrDefault(pair) + 1;
        return nouns;
    }

    /// <summary>Whether a lecture speaks of something often enough that it is one thing throughout.</summary>
    /// <param name="words">The words of a noun phrase after its article, in lower case.</param>
    public bool IsOften(IEnumerable<string> words)
    {
        var last = words.TakeLast(2).ToArray();
        return last.Length < 2 || _pairs.GetValueOrDefault(last[0] + " " + last[1]) >= OftenUses;
    }

    /// <summary>Whether "the" before a noun alone can be understood: the lecture often says so and never brings it in with "a" or points at it.</summary>
    /// <param name="noun">The noun in lower case.</param>
    public bool IsUnique(string noun)
    {
        if (!_uses.TryGetValue(noun, out var uses) || uses.Definite < FewUses)
            return false;
        return uses.Pointed <= PointedShare * uses.Definite;
    }

    private static FrozenSet<string> FindPersons(IReadOnlyList<ParsedSentence> sentences, FrozenSet<string> names)
    {
        var acts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var word = 0; word + 1 < sentence.Count; word++)
            {
                var next = sentence.Lower[word + 1];
                if (names.Contains(sentence.Lower[word]) && (next is "who" or "himself" or "herself" || Verbs.IsOfPersons(next)))
                    acts[sentence.Lower[word]] = acts.GetValueOrDefault(sentence.Lower[word]) + 1;
            }
        }

        return acts.Where(entry => entry.Value > 1).Select(entry => entry.Key).ToFrozenSet(StringComparer.Ordinal);
    }

    private static void CountCapital(ParsedSentence sentence, int word, Dictionary<string, (int Upper, int Lower)> capitals)
    {
        var text = sentence.Words[word];
        var lower = text.Lower.EndsWith("'s", StringComparison.Ordinal) ? text.Lower[..^2] : text.Lower;
        var (upper, small) = capitals.GetValueOrDefault(lower);
        capitals[lower] = text.IsCapitalised && !sentence.HasBreakBefore(word) ? (upper + 1, small) : text.IsCapitalised ? (upper, small) : (upper, small + 1);
    }

    private static void CountDeterminer(ParsedSentence sentence, int word, Dictionary<string, Uses> uses)
    {
        var before = sentence.Lower[word - 1];
        var isDefinite = before is "the";
        var isPointed = before is "a" or "an" or "this" or "that" or "these" or "another" or "which" or "each" or "every" or "two";
        if (!isDefinite && !isPointed)
            return;
        var noun = sentence.Lower[word];
        if (!uses.TryGetValue(noun, out var counted))
            uses.Add(noun, counted = new Uses());
        counted.Definite += isDefinite ? 1 : 0;
        counted.Pointed += isPointed ? 1 : 0;
    }

    /// <summary>How often a noun has stood after which kind of determiner.</summary>
    private sealed class Uses
    {
        public int Definite { get; set; }

        public int Pointed { get; set; }
    }
}
