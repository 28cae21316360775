using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Cards;

/// <summary>Makes cards of whole sentences with a gap where a key term or a number stands, for languages without a grammar here.</summary>
public static class ClozeCards
{
    private const int FewestWords = 8;
    private const int MostWords = 26;
    private const double NumberWorth = 0.5;

    /// <summary>Returns at most one card for each sentence that can stand alone.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="terms">Its key terms, the most important first.</param>
    /// <param name="scores">How good each sentence is.</param>
    /// <param name="language">A BCP 47 tag; English has none, since <see cref="StatementCards"/> does it better.</param>
    public static IEnumerable<CardIdea> Of(
        IReadOnlyList<Sentence> sentences, IReadOnlyList<KeyTerm> terms, SentenceScores scores, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(scores);

        if (LanguageTag.IsEnglish(language))
            yield break;
        var keys = terms.Select(term => Stems(Tokens.Of(term.Text), language)).ToArray();
        for (var index = 0; index < sentences.Count; index++)
        {
            if (scores[index] <= 0)
                continue;
            var sentence = new ParsedSentence(Prose.Tidy(sentences[index].Text, language));
            var words = Tokens.Count(sentence.Text);
            if (!Prose.HasVerb(sentence.Text, language))
                continue;
            if (words is < FewestWords or > MostWords || sentence.IsQuestion || HasGapMarks(sentence.Text))
                continue;
            if (FindGap(sentence, keys, language) is { } gap)
                yield return Make(sentence, index, gap.First, gap.End, scores[index] * gap.Worth);
        }
    }

    private static bool HasGapMarks(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal);

    private static (int First, int End, double Worth)? FindGap(ParsedSentence sentence, string[][] keys, string language)
    {
        var stems = Stems(sentence.Words, language);
        for (var rank = 0; rank < keys.Length; rank++)
        {
            var uses = UsesOf(keys[rank], stems);
            if (uses.Count == 1)
                return (uses[0], uses[0] + keys[rank].Length, 1 - (0.5 * rank / keys.Length));
        }

        var numbers = Enumerable.Range(0, sentence.Count).Where(word => IsNumber(sentence.Words[word])).ToArray();
        return numbers.Length == 1 ? (numbers[0], numbers[0] + 1, NumberWorth) : null;
    }

    private static bool IsNumber(Word word) => word.Text.Length >= 2 && char.IsDigit(word.Text[0]) && word.Text.All(letter => !char.IsLetter(letter));

    private static List<int> UsesOf(string[] key, string[] stems)
    {
        var uses = new List<int>();
        for (var first = 0; first + key.Length <= stems.Length; first++)
        {
            if (stems.AsSpan(first, key.Length).SequenceEqual(key))
                uses.Add(first);
        }

        return uses;
    }

    private static CardIdea Make(ParsedSentence sentence, int index, int first, int end, double score)
    {
        var answer = sentence.Slice(first, end);
        var (before, after) = (sentence.Text[..sentence.Words[first].Start], sentence.Text[sentence.Words[end - 1].End..]);
        if (answer.EndsWith("'s", StringComparison.Ordinal) || answer.EndsWith("’s", StringComparison.Ordinal))
            (answer, after) = (answer[..^2], answer[^2..] + after);
        return new CardIdea(CardKind.Cloze, before + CardIdea.GapStart + answer + CardIdea.GapEnd + after, answer, index, score);
    }

    private static string[] Stems(IReadOnlyList<Word> words, string language) =>
        [.. words.Select(word => TermFrequency.Stem(word.Lower, language))];
}
