using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>How likely a listener is to mark each sentence of a stretch of a lecture.</summary>
/// <remarks>
/// The number of different content words, less for talk of oneself and one's listeners and for what comes late in the stretch: length,
/// position and stigma words of H. P. Edmundson, "New methods in automatic extracting", JACM 16 (1969). Pure and thread-safe.
/// </remarks>
public static class KeySentenceScores
{
    private const int ManyContentWords = 30;
    private const double LateLoss = 0.4;
    private const double PersonFactor = 0.8;
    private const double QuestionFactor = 0.6;

    private static readonly FrozenSet<string> Persons =
        "i i'm i'll i've i'd me my you your you're you'll you've".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the score of each sentence of a stretch, 0 or more.</summary>
    /// <param name="sentences">The sentences of the stretch in order.</param>
    /// <param name="language">A BCP 47 tag; persons are known in English only.</param>
    public static double[] Of(IReadOnlyList<Sentence> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var stopWords = StopWords.For(language);
        return [.. sentences.Select((sentence, i) => Score(sentence.Text, language, stopWords) * (1 - (LateLoss * i / sentences.Count)))];
    }

    private static double Score(string text, string language, IReadOnlySet<string> stopWords)
    {
        var words = Tokens.Of(text).Select(word => word.Lower).ToArray();
        var content = words.Where(word => !stopWords.Contains(word)).Select(word => TermFrequency.Stem(word, language)).Distinct(StringComparer.Ordinal).Count();
        var score = Math.Min(content, ManyContentWords) * (text.EndsWith('?') ? QuestionFactor : 1);
        return LanguageTag.IsEnglish(language) ? score * Math.Pow(PersonFactor, words.Count(Persons.Contains)) : score;
    }
}
