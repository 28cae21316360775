using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary.Compression;

/// <summary>Judges English that a recogniser wrote without punctuation, where nobody can tell where its sentences begin and end.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static partial class UnpunctuatedSpeech
{
    private const int MostWords = 18;

    // Verbs as near as in "has also grown" make one statement.
    private const int NearVerbs = 2;
    private const double MoreThanOneThing = 0.4;

    private static readonly FrozenSet<string> Subjects = Words("the a an our every each most many some all there");

    private static readonly FrozenSet<string> Restarts = Words(
        "now remember right suppose let's okay ok so yeah yes oh well see look please i that's it's there's i'll we'll what's um uh");

    /// <summary>Whether a text has no point at its end.</summary>
    /// <param name="sentence">A sentence as the recogniser wrote it.</param>
    public static bool Is(string sentence) => sentence.Length > 0 && char.IsLetterOrDigit(sentence.TrimEnd()[^1]);

    /// <summary>Returns the text with its contractions whole: "it s" becomes "it's", "isn t" "isn't".</summary>
    /// <param name="sentence">A sentence as the recogniser wrote it.</param>
    public static string JoinContractions(string sentence) => NotContraction().Replace(Contraction().Replace(sentence, "${word}'${rest}"), "${word}'t");

    /// <summary>Returns how likely the words are one whole sentence: 0 unless they open with a subject and start nothing anew; 1 where they say one thing.</summary>
    /// <param name="text">A tidy form of the sentence.</param>
    public static double Soundness(string text)
    {
        var words = Tokens.Of(text);
        if (words.Count is 0 or > MostWords || !Subjects.Contains(words[0].Lower) || words.Skip(1).Any(word => Restarts.Contains(word.Lower)))
            return 0;
        return SaysOneThing(text) ? 1 : MoreThanOneThing;
    }

    private static bool SaysOneThing(string text)
    {
        var verbs = Prose.VerbsIn(text).ToArray();
        return verbs.Length > 0 && verbs.Zip(verbs.Skip(1), (before, verb) => verb - before).All(distance => distance <= NearVerbs);
    }

    [GeneratedRegex(@"\b(?<word>it|that|there|here|what|he|she|who|let|we|you|they|i) (?<rest>s|re|ll|ve|d|m)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"\b(?<word>(is|are|was|were|do|does|did|has|have|had|could|would|should|ca|wo)n) t\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotContraction();

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
