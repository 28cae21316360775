using System.Globalization;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Cards.Quiz;

/// <summary>Chooses wrong answers for the cards of a lecture, so that they can be asked as a quiz.</summary>
/// <remarks>
/// Wrong answers from the same text and of the same kind, as R. Mitkov and L. A. Ha, "Computer-aided generation of multiple-choice tests" (2003):
/// a year for a year, a person for a person, a number of the same unit and about the size, a term that names the same sort of thing. What may be
/// right as well is left out: what the sentence of the card names, what stands in a list with the answer, what shares a word with it, and what
/// another sentence says much the same of.
/// </remarks>
public static class Distractors
{
    private const int Most = 3;
    private const double LargestRatio = 20;
    private const double TooMuchShared = 0.6;
    private const int FewestTermUses = 2;

    /// <summary>Returns the cards with up to three wrong answers each; none where the lecture has no good ones.</summary>
    /// <param name="cards">The cards of the lecture.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="language">A BCP 47 tag; a language other than English has none.</param>
    public static IReadOnlyList<CardDraft> Add(IReadOnlyList<CardDraft> cards, IReadOnlyList<Sentence> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(sentences);
        return LanguageTag.IsEnglish(language) && cards.Count > 0 ? Add(cards, new TaggedLecture(sentences)) : cards;
    }

    /// <summary>Returns the cards of an English lecture with up to three wrong answers each.</summary>
    internal static IReadOnlyList<CardDraft> Add(IReadOnlyList<CardDraft> cards, TaggedLecture lecture)
    {
        var pool = new AnswerPool(lecture);
        var stems = lecture.Sentences.Select(sentence => Stems(sentence.Text)).ToArray();
        return [.. cards.Select(card => card with { Distractors = For(card, cards, pool, stems) })];
    }

    private static IReadOnlyList<string> For(CardDraft card, IReadOnlyList<CardDraft> cards, AnswerPool pool, HashSet<string>[] stems)
    {
        if (pool.Read(card.Answer, Following(card)) is not { } answer)
            return card.Kind == CardKind.Definition ? OtherMeanings(card, cards, stems) : [];
        var asked = Stems(CardIdea.Ask(card.Question));
        var own = stems[card.Sentence];
        var answerStems = Stems(card.Answer);
        var listed = pool.Find(answer.Key)?.Listed ?? [];
        var needsArticle = card.Answer.StartsWith("a ", StringComparison.Ordinal) || card.Answer.StartsWith("an ", StringComparison.Ordinal);
        var ranked = pool.Answers
            .Where(other => IsAlike(answer, other) && (other.IsCounted || !needsArticle) && !other.Sentences.Contains(card.Sentence) && !listed.Contains(other.Key) && !other.Listed.Contains(answer.Key))
            .Where(other => Stems(other.Text) is { Count: > 0 } words && !words.Overlaps(answerStems) && !words.Overlaps(asked) && !words.IsSubsetOf(own))
            .Where(other => !other.Sentences.Exists(sentence => Shared(asked, stems[sentence]) > TooMuchShared))
            .OrderBy(other => Distance(answer, other))
            .ThenBy(other => other.Sentences.Min(sentence => Math.Abs(sentence - card.Sentence)))
            .ThenBy(other => other.Key, StringComparer.Ordinal);
        return Unlike(ranked, card.Answer);
    }

    // The first that share no word with each other.
    private static List<string> Unlike(IEnumerable<PooledAnswer> ranked, string answer)
    {
        var chosen = new List<string>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in ranked)
        {
            var stems = Stems(other.Text);
            if (words.Overlaps(stems))
                continue;
            words.UnionWith(stems);
            chosen.Add(Dressed(answer, other.Text));
            if (chosen.Count == Most)
                break;
        }

        return chosen;
    }

    private static bool IsAlike(PooledAnswer answer, PooledAnswer other)
    {
        if (answer.Kind != other.Kind || answer.IsName != other.IsName || string.Equals(answer.Key, other.Key, StringComparison.Ordinal))
            return false;
        return answer.Kind switch
        {
            AnswerKind.Year => true,
            AnswerKind.Number => string.Equals(answer.Unit, other.Unit, StringComparison.Ordinal) && Ratio(answer, other) <= LargestRatio,
            AnswerKind.Term => answer.Noun != Words.NounKind.None && answer.Noun == other.Noun && answer.IsPlural == other.IsPlural && other.Sentences.Count >= FewestTermUses,
            AnswerKind.Person => answer.IsPlural == other.IsPlural,
            _ => true,
        };
    }

    // The nearer in time, in size or in length, the harder to tell from the answer.
    private static double Distance(PooledAnswer answer, PooledAnswer other) => answer.Kind switch
    {
        AnswerKind.Year => Math.Abs(Value(answer) - Value(other)),
        AnswerKind.Number => Ratio(answer, other),
        _ => Math.Abs(answer.Text.Count(letter => letter == ' ') - other.Text.Count(letter => letter == ' ')) - (Math.Log(other.Sentences.Count) / 10),
    };

    private static double Ratio(PooledAnswer answer, PooledAnswer other)
    {
        var (first, second) = (Value(answer), Value(other));
        return first <= 0 || second <= 0 || first == second ? double.PositiveInfinity : Math.Max(first / second, second / first);
    }

    private static double Value(PooledAnswer answer) =>
        double.TryParse(answer.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : Spelt(answer.Text);

    private static double Spelt(string text) =>
        1 + Array.IndexOf(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], text.ToLowerInvariant());

    // What another card of the lecture says of something else that is asked for in the same way.
    // Its sentence must not speak of what is asked for: "Dante is the disciple of Virgil, and so was Statius".
    private static IReadOnlyList<string> OtherMeanings(CardDraft card, IReadOnlyList<CardDraft> cards, HashSet<string>[] stems)
    {
        var (opening, answer, asked) = (Opening(card.Question), Stems(card.Answer), Stems(card.Question));
        return
        [
            .. cards
                .Where(other => other.Kind == CardKind.Definition && other.Sentence != card.Sentence && string.Equals(Opening(other.Question), opening, StringComparison.Ordinal))
                .Where(other => !stems[other.Sentence].Overlaps(asked) && !Stems(other.Answer).Overlaps(asked))
                .Where(other => Tokens.Count(other.Answer) > 1 && !Stems(other.Answer).Overlaps(answer))
                .OrderBy(other => Math.Abs(Tokens.Count(other.Answer) - Tokens.Count(card.Answer)))
                .ThenBy(other => Math.Abs(other.Sentence - card.Sentence))
                .Take(Most)
                .Select(other => other.Answer),
        ];
    }

    private static string Opening(string question) => string.Join(' ', question.Split(' ').Take(2));

    // With the article of the answer, so that it does not give itself away.
    private static string Dressed(string answer, string other)
    {
        var first = answer.Split(' ')[0].ToLowerInvariant();
        return first switch
        {
            "the" => "the " + other,
            "a" or "an" => ("aeiou".Contains(char.ToLowerInvariant(other[0]), StringComparison.Ordinal) ? "an " : "a ") + other,
            _ => other,
        };
    }

    private static string Following(CardDraft card)
    {
        var end = card.Question.IndexOf(CardIdea.GapEnd, StringComparison.Ordinal);
        var after = end < 0 ? [] : Tokens.Of(card.Question[(end + CardIdea.GapEnd.Length)..]);
        return after.Count == 0 ? string.Empty : after[0].Text;
    }

    private static double Shared(HashSet<string> asked, HashSet<string> said) => asked.Count == 0 ? 1 : (double)asked.Count(said.Contains) / asked.Count;

    private static HashSet<string> Stems(string text) => Tokens.Of(text)
        .Select(word => word.Lower)
        .Where(word => !StopWords.For("en").Contains(word))
        .Select(word => TermFrequency.Stem(word, "en"))
        .ToHashSet(StringComparer.Ordinal);
}
