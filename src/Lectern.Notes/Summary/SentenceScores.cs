using System.Collections.Frozen;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary.Compression;
using Lectern.Notes.Words;

namespace Lectern.Notes.Summary;

/// <summary>How much each sentence of a lecture deserves a place in its notes.</summary>
/// <remarks>
/// LexRank times what can be seen of the sentence alone: length, whether it is a question, who speaks, cue phrases (H. P. Edmundson,
/// "New methods in automatic extracting", JACM 16, 1969). Immutable and thread-safe.
/// </remarks>
public sealed class SentenceScores
{
    private const int FewWords = 6;
    private const int ManyWords = 32;
    private const int TooManyWords = 60;
    private const double PersonFactor = 0.7;
    private const double ReferenceFactor = 0.85;
    private const double HalfOpenerFactor = 0.6;
    private const double NoVerbFactor = 0.2;
    private const double QuestionFactor = 0.3;
    private const double BrokenOffFactor = 0.7;
    private const double ChatterFactor = 0.5;
    private const double CueFactor = 1.25;

    private static readonly FrozenSet<string> Persons = Words("i i'm i've i'll i'd me my you you're you've you'll you'd your");

    private static readonly FrozenSet<string> References = Words(
        "he he's she she's they they're him her them his their this that these those it it's here there");

    private static readonly FrozenSet<string> HalfOpeners = Words("how what why who which where when just not if unless whether maybe let's let");

    private static readonly FrozenSet<string> Chatter = Words(
        "homework midterm quiz exam syllabus handout slide slides website email deadline grade grades powerpoint podcast section");

    private static readonly string[] Cues =
    [
        "important", "the key", "main point", "in other words", "is called", "are called", "in short", "in conclusion", "to summarize",
        "the point is", "fundamental", "essential", "crucial", "significant", "central", "defined as", "this lecture", "the idea that",
        "argues that", "argued that", "in general", "the result is", "as a result", "is known as",
    ];

    private readonly double[] _scores;

    private SentenceScores(double[] scores, double[] ranks, SentenceVectors vectors)
    {
        _scores = scores;
        Ranks = ranks;
        Vectors = vectors;
    }

    /// <summary>The sentences as vectors, for comparing them.</summary>
    public SentenceVectors Vectors { get; }

    /// <summary>LexRank of every sentence, the greatest being 1.</summary>
    internal double[] Ranks { get; }

    /// <summary>The score of a sentence: 0 (not to be used) to about 1.5.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    public double this[int sentence] => _scores[sentence];

    /// <summary>Scores the sentences of a lecture.</summary>
    /// <param name="sentences">The sentences in order.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static SentenceScores Of(IReadOnlyList<Sentence> sentences, TermFrequency terms, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var vectors = SentenceVectors.Of(terms);
        var ranks = LexRank.Rank(vectors);
        var top = ranks.DefaultIfEmpty().Max();
        var shares = ranks.Select(rank => top > 0 ? rank / top : 0).ToArray();
        var tagger = new PartOfSpeechTagger();
        var scores = shares.Select((share, i) => share > 0 ? share * Fitness(sentences[i].Text, language, tagger) : 0).ToArray();
        return new SentenceScores(scores, shares, vectors);
    }

    private static double Fitness(string sentence, string language, PartOfSpeechTagger tagger)
    {
        var text = Prose.Tidy(sentence, language);
        if (Prose.IsDangling(text, language))
            return 0;
        var fitness = LengthFitness(Tokens.Count(text));
        if (text.TrimEnd('"', '”', ')', '\'').EndsWith('?') || text.EndsWith('？'))
            fitness *= QuestionFactor;
        if (text.Contains("...", StringComparison.Ordinal) || text.Contains('…') || text.Contains("--", StringComparison.Ordinal))
            fitness *= BrokenOffFactor;
        if (!LanguageTag.IsEnglish(language))
            return fitness;
        return UnpunctuatedSpeech.Is(sentence) || WholeSentence.Is(text, tagger) ? fitness * EnglishFitness(text) : 0;
    }

    private static double LengthFitness(int words) => words switch
    {
        < FewWords => 0,
        <= ManyWords => 1,
        > TooManyWords => 0,
        _ => Math.Max(0.2, 1 - ((double)(words - ManyWords) / TooManyWords)),
    };

    private static double EnglishFitness(string text)
    {
        var words = Tokens.Of(text);
        var persons = words.Count(word => Persons.Contains(word.Lower));
        var references = words.Count(word => References.Contains(word.Lower));
        var fitness = Math.Pow(PersonFactor, persons) * Math.Pow(ReferenceFactor, references);
        if (HalfOpeners.Contains(words[0].Lower))
            fitness *= HalfOpenerFactor;
        if (!Prose.HasVerb(text, "en"))
            fitness *= NoVerbFactor;
        if (words.Any(word => Chatter.Contains(word.Lower)))
            fitness *= ChatterFactor;
        if (Cues.Any(cue => text.Contains(cue, StringComparison.OrdinalIgnoreCase)))
            fitness *= CueFactor;
        return fitness;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
