using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Words;

/// <summary>Tells the part of speech of every word of an English sentence, also of recogniser text without capitals or punctuation.</summary>
/// <remarks>
/// The best path through a hidden Markov model over the parts of speech (K. Church, "A stochastic parts program", 1988): how usual a word is as
/// what, from <see cref="EnglishLexicon"/>, and what follows what. Deterministic; not thread-safe, since it remembers words.
/// </remarks>
public sealed class PartOfSpeechTagger
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“:;?!.");

    // What a clause without a finite verb costs, so that "plants make sugar" is no pile of nouns.
    private const double NoVerbCost = 4;

    // A path tells how many clauses it has opened that still lack a verb; more than these are not counted.
    private const int States = 4;

    private readonly WordClasses _classes = new();
    private readonly IReadOnlySet<string> _names;
    private readonly IReadOnlySet<string> _persons;

    /// <summary>Makes a tagger that knows no names but those of the lexicon.</summary>
    public PartOfSpeechTagger()
        : this(FrozenSet<string>.Empty, FrozenSet<string>.Empty)
    {
    }

    /// <summary>Makes a tagger that knows names.</summary>
    /// <param name="names">Words in lower case that are names in the text even where a sentence begins with them.</param>
    /// <param name="persons">Those of them that are of persons.</param>
    public PartOfSpeechTagger(IReadOnlySet<string> names, IReadOnlySet<string> persons)
    {
        _names = names;
        _persons = persons;
    }

    /// <summary>Returns the parts of speech of the words of a sentence.</summary>
    /// <param name="sentence">One English sentence.</param>
    /// <returns>One for each word that <see cref="Tokens"/> finds.</returns>
    public IReadOnlyList<PartOfSpeech> Tag(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Tag(new ParsedSentence(sentence));
    }

    /// <summary>Returns the parts of speech of the words of a sentence.</summary>
    internal PartOfSpeech[] Tag(ParsedSentence sentence)
    {
        if (sentence.Count == 0)
            return [];
        var candidates = Enumerable.Range(0, sentence.Count).Select(word => _classes.Of(sentence.Words[word], IsTellingCapital(sentence, word))).ToArray();
        var steps = new Step[sentence.Count][];
        for (var word = 0; word < sentence.Count; word++)
        {
            steps[word] = new Step[candidates[word].Count * States];
            Array.Fill(steps[word], new Step(double.NegativeInfinity, 0));
            for (var choice = 0; choice < candidates[word].Count; choice++)
            {
                var (part, weight) = candidates[word][choice];
                if (word == 0)
                    steps[0][State(choice, 1, part, part)] = new Step(TagTransitions.Opening(part) + Math.Log(weight), 0);
                else
                    Extend(candidates[word - 1], steps[word - 1], steps[word], choice, (part, weight), sentence.HasBreakBefore(word));
            }
        }

        var parts = Trace(candidates, steps);
        ClauseVerbs.Mend(sentence, candidates, parts);
        return parts;
    }

    /// <summary>Whether a word is one of the names that the tagger was given.</summary>
    /// <param name="lower">The word in lower case, perhaps with "'s".</param>
    internal bool IsName(string lower) => _names.Contains(lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower);

    /// <summary>Whether a word is a name of a person that the tagger was given.</summary>
    /// <param name="lower">The word in lower case.</param>
    internal bool IsPerson(string lower) => _persons.Contains(lower);

    private static void Extend(
        IReadOnlyList<(PartOfSpeech Part, double Weight)> before, Step[] previous, Step[] next, int choice, (PartOfSpeech Part, double Weight) candidate, bool isBroken)
    {
        for (var origin = 0; origin < previous.Length; origin++)
        {
            var last = before[origin / States].Part;
            var score = previous[origin].Score + TagTransitions.Of(last, candidate.Part, isBroken) + Math.Log(candidate.Weight);
            var state = State(choice, origin % States, last, candidate.Part);
            if (score > next[state].Score)
                next[state] = new Step(score, origin);
        }
    }

    private static PartOfSpeech[] Trace(IReadOnlyList<(PartOfSpeech Part, double Weight)>[] candidates, Step[][] steps)
    {
        var parts = new PartOfSpeech[candidates.Length];
        var last = steps[^1];
        var state = Enumerable.Range(0, last.Length).MaxBy(end => last[end].Score - (end % States * NoVerbCost));
        for (var word = candidates.Length - 1; word >= 0; word--)
        {
            parts[word] = candidates[word][state / States].Part;
            state = steps[word][state].Origin;
        }

        return parts;
    }

    // A subordinator opens a clause that needs a verb of its own; a finite verb serves one.
    private static int State(int choice, int lacking, PartOfSpeech previous, PartOfSpeech part)
    {
        var next = part == PartOfSpeech.Subordinator ? lacking + 1 : IsFinite(previous, part) ? lacking - 1 : lacking;
        return (choice * States) + Math.Clamp(next, 0, States - 1);
    }

    private static bool IsFinite(PartOfSpeech previous, PartOfSpeech part) => part switch
    {
        PartOfSpeech.Be or PartOfSpeech.Have or PartOfSpeech.Do or PartOfSpeech.Modal or PartOfSpeech.ThirdPerson or PartOfSpeech.Past => true,
        PartOfSpeech.Verb => previous != PartOfSpeech.To,
        _ => false,
    };

    // A capital tells a name inside a sentence, and at its front where the next word has one too or no list has the word.
    private bool IsTellingCapital(ParsedSentence sentence, int word)
    {
        if (!sentence.Words[word].IsCapitalised || sentence.Lower[word] is "i")
            return false;
        if ((word > 0 && !OpensQuotation(sentence, word)) || _names.Contains(sentence.Lower[word]))
            return true;
        return EnglishLexicon.Find(sentence.Lower[word]) is null && WordForms.VerbLemma(sentence.Lower[word]) is null && WordForms.Singular(sentence.Lower[word]) is null;
    }

    private static bool OpensQuotation(ParsedSentence sentence, int word) =>
        sentence.Text[sentence.Words[word - 1].End..sentence.Words[word].Start].AsSpan().IndexOfAny(Openers) >= 0;

    /// <summary>The best score of a state, and the state before it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Step(double Score, int Origin);
}
