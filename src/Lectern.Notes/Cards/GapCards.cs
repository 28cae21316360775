using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Makes cards of English statements with a gap where a number, a name or a term stands.</summary>
internal static class GapCards
{
    private const int FewestWords = 7;
    private const int MostGapWords = 4;
    private const double FewestContext = 0.8;
    private const double EnoughContext = 1.2;
    private const double FewestHead = 0.2;
    private const double LeastContext = 0.5;
    private const double WeakFactor = 0.5;
    private const double ChanceFactor = 0.4;
    private const double PlainFactor = 0.8;
    private const double Factor = 0.88;
    private const double SubjectFactor = 0.9;
    private const double OpenFactor = 0.3;

    /// <summary>Returns the best card of a statement, or null where no phrase of it can be told from the others.</summary>
    public static CardIdea? Of(Statement statement, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (sentence.Count < FewestWords || sentence.Parsed.Text.Contains("{{", StringComparison.Ordinal))
            return null;
        var whole = new Span(0, sentence.Count);
        var sum = anchors.Sum(sentence, whole);
        CardIdea? best = null;
        foreach (var phrase in NounPhrases.All(sentence, whole))
        {
            var gap = Bare(sentence, phrase);
            if (gap.IsEmpty || gap.Length > MostGapWords || Repeats(sentence, gap) || IsOfAnother(sentence, phrase, gap) || IsNoNoun(sentence, gap) || anchors.IsPartOfTerm(sentence, gap) || IsShortFor(sentence, gap))
                continue;
            var context = sum - anchors.Sum(sentence, gap);
            var worth = GapWorth(sentence, gap, anchors) * PlaceWorth(clause, gap);
            var isSubject = gap.First < clause.Rest.First;
            var tells = isSubject
                ? anchors.Sum(sentence, clause.Rest) >= FewestContext
                : clause.Subject.IsEmpty || anchors.Count(sentence, clause.Subject) > 0 || context >= EnoughContext;
            if (worth <= 0 || context < LeastContext)
                continue;
            if (!tells || context < FewestContext)
                worth *= WeakFactor;
            var idea = Make(statement, gap, Factor * worth);
            best = best is null || idea.Score > best.Score ? idea : best;
        }

        return best;
    }

    // What the verb says of the subject is the fact; where and when it was is told besides, and only numbers of it are asked for.
    private static double PlaceWorth(Clause clause, Span gap)
    {
        var sentence = clause.Sentence;
        if (gap.First < clause.Rest.First)
            return gap.First < clause.Subject.First ? 0.7 : SubjectWorth(clause, gap);
        if (clause.Subject.IsEmpty)
            return 1;
        var core = NounPhrases.Extended(sentence, clause.Rest.First);
        if (core.IsEmpty && sentence.Is(clause.Rest.First, PartOfSpeech.Preposition))
            core = NounPhrases.Extended(sentence, clause.Rest.First + 1);
        var isTold = AnswerKinds.Of(sentence, gap) is AnswerKind.Year or AnswerKind.Number;
        return !core.IsEmpty && gap.First < core.End ? 1.15 : isTold ? 1.1 : core.IsEmpty ? 0.9 : 0.6;
    }

    // Who is told something of is a fact only where no other could be: "Each cycle has three stages" and "Locke is a theorist" do not ask for one.
    private static double SubjectWorth(Clause clause, Span gap)
    {
        var sentence = clause.Sentence;
        var isKind = clause.Verb.IsCopula && sentence.Lower(clause.Rest.First) is "a" or "an" && !Enumerable.Range(clause.Rest.First, clause.Rest.Length).Any(word => sentence.Is(word, PartOfSpeech.Subordinator));
        if (isKind)
            return OpenFactor;
        if (sentence.Is(gap.End - 1, PartOfSpeech.Name) || sentence.Is(gap.First, PartOfSpeech.Number) || gap.First == clause.Subject.First)
            return SubjectFactor;
        return sentence.Lower(gap.First - 1) is "each" or "every" or "a" or "an" or "any" or "no" or "all" or "some" or "most" or "many" ? 0 : gap.Length > 1 ? SubjectFactor : SubjectFactor * PlainFactor;
    }

    private static double GapWorth(TaggedSentence sentence, Span gap, Anchors anchors)
    {
        if (References.Empty.Contains(sentence.Lower(gap.End - 1)) || SpokenWords.For("en").Contains(sentence.Lower(gap.End - 1)))
            return sentence.Is(gap.First, PartOfSpeech.Number) && sentence.Lower(gap.First).Any(char.IsDigit) ? 0.9 : 0;
        var isPlain = !sentence.Is(gap.End - 1, PartOfSpeech.Name) && !sentence.Is(gap.First, PartOfSpeech.Number);
        return (isPlain ? PlainFactor : 1) * AnswerKinds.Of(sentence, gap) switch
        {
            AnswerKind.Year => 1.1,
            AnswerKind.Number => sentence.Lower(gap.First).Any(char.IsDigit) || gap.Length > 1 ? 1 : sentence.Lower(gap.First) is "one" ? 0 : 0.7,
            AnswerKind.Person or AnswerKind.Place or AnswerKind.Name => 1.05,
            _ when anchors.Of(sentence, gap.End - 1) < FewestHead => anchors.Sum(sentence, gap) > FewestHead ? WeakFactor : 0,
            _ when anchors.IsChance(sentence, gap) => ChanceFactor,
            _ when gap.Length > 2 => 0.7,
            // "Was drafted by a committee", "is a condition without …": of all that could be said the least.
            _ when gap.Length == 1 && sentence.Lower(gap.First - 1) is "a" or "an" => WeakFactor,
            _ when anchors.Count(sentence, gap) > 0 => 1,
            _ => gap.Length > 1 && anchors.Sum(sentence, gap) > 0.4 ? 0.8 : WeakFactor,
        };
    }

    // The phrase without its article or other determiner, and without a possessive that makes it another's.
    private static Span Bare(TaggedSentence sentence, Span phrase)
    {
        var number = Enumerable.Range(phrase.First, phrase.Length).Where(word => sentence.Is(word, PartOfSpeech.Number)).ToArray();
        if (number.Length > 0 && number[^1] - number[0] == number.Length - 1 && !sentence.Is(phrase.End - 1, PartOfSpeech.Name))
            return new Span(number[0], number[^1] + 1);
        var first = phrase.First;
        while (first < phrase.End - 1 && sentence[first] is PartOfSpeech.Determiner or PartOfSpeech.Possessive or PartOfSpeech.Adverb)
            first++;
        var hasList = Enumerable.Range(first, phrase.End - first).Any(word => sentence.Is(word, PartOfSpeech.Conjunction) || (word > first && !sentence.Touches(word)));
        return hasList || sentence.Lower(first) is "own" or "more" or "less" or "other" ? default : new Span(first, phrase.End);
    }

    // In "the theory of disenchantment" and "Auden's poetry" the head says least; the gap belongs elsewhere, unless it is a number of something.
    private static bool IsOfAnother(TaggedSentence sentence, Span phrase, Span gap) =>
        (sentence.Touches(gap.End) && sentence.Lower(gap.End) is "of" && !sentence.Is(gap.End - 1, PartOfSpeech.Number))
        || (gap.First > phrase.First && sentence.Is(gap.First - 1, PartOfSpeech.Possessive) && gap.Length < 2)
        || (gap.First > 0 && sentence.Touches(gap.First) && sentence.Is(gap.First - 1, PartOfSpeech.Name))
        || (sentence.Is(gap.End - 1, PartOfSpeech.Name) && sentence.Touches(gap.End) && gap.End < sentence.Count && sentence.Parsed.Words[gap.End].IsCapitalised)
        || (gap.First > 1 && sentence.Lower(gap.First - 1) is "of" && sentence.Is(gap.First, PartOfSpeech.Name) && IsCapital(sentence, gap.First - 2))
        || (gap.First > 1 && sentence.Lower(gap.First - 1) is "the" or "a" && IsCapital(sentence, gap.First - 1))
        || (gap.First > 2 && sentence.Lower(gap.First - 1) is "the" && sentence.Lower(gap.First - 2) is "of" && sentence.Is(gap.End - 1, PartOfSpeech.Name) && IsCapital(sentence, gap.First - 3))
        || (sentence.Lower(gap.End) is "and" or "or" && sentence.Touches(gap.End) && sentence.IsNominal(gap.End + 1))
        || (sentence.Lower(phrase.First - 1) is "and" or "or" && sentence.IsNominal(phrase.First - 2));

    private static bool IsCapital(TaggedSentence sentence, int word) => word >= 0 && sentence.Parsed.Words[word].IsCapitalised && (word > 0 || sentence.Is(word, PartOfSpeech.Name) || sentence.Is(word, PartOfSpeech.Plural));

    // "Becomes more stable", "were moving south", "E_z": no nouns, whatever their tags.
    private static bool IsNoNoun(TaggedSentence sentence, Span gap)
    {
        var (parsed, head) = (sentence.Parsed, gap.End - 1);
        if (Enumerable.Range(gap.First, gap.Length).Any(word => KindCards.IsOpinion(sentence.Lower(word))))
            return true;
        var isGlued = parsed.Words[head].End < parsed.Text.Length && parsed.Text[parsed.Words[head].End] is '_' or '^' or '/' or '=';
        isGlued |= parsed.Words[gap.First].Start > 0 && parsed.Text[parsed.Words[gap.First].Start - 1] is '_' or '^' or '/' or '=';
        if (isGlued || (sentence.Lower(head).Length < 2 && !sentence.Is(head, PartOfSpeech.Number)))
            return true;
        if (sentence.Is(head, PartOfSpeech.Number) && !IsMeasured(sentence, gap))
            return true;
        if (sentence.Is(gap.First, PartOfSpeech.Gerund) || (sentence.Is(gap.First - 1, PartOfSpeech.Be) && sentence.Is(gap.First, PartOfSpeech.Participle)))
            return true;
        if (gap.First == 0 || sentence[gap.First] is PartOfSpeech.Name or PartOfSpeech.Number)
            return false;
        if (sentence.Lower(gap.First - 1) is "get" or "gets" or "got" or "getting" || (sentence.Is(gap.First - 1, PartOfSpeech.Be) && sentence.Lower(gap.First).EndsWith("ed", StringComparison.Ordinal)))
            return true;
        if (sentence.Is(gap.First, PartOfSpeech.Gerund) && sentence.Is(gap.First - 1, PartOfSpeech.Be))
            return true;
        if (References.IsLoose(sentence.Lower(gap.First)) || sentence.Lower(gap.First - 1) is "very" or "too" or "so" or "clearly")
            return true;
        var isBare = sentence[gap.First - 1] is PartOfSpeech.Be or PartOfSpeech.Adverb or PartOfSpeech.ThirdPerson or PartOfSpeech.Past or PartOfSpeech.Verb || sentence.Lower(gap.First - 1) is "more" or "less" or "very";
        return isBare && gap.Length == 1 && sentence.Is(head, PartOfSpeech.Noun) && EnglishLexicon.Find(sentence.Lower(head)) is var entry && (entry is null ? sentence.Is(gap.First - 1, PartOfSpeech.Be) : entry.Value.Adjective >= entry.Value.Noun);
    }

    // A year, or a number that says of what.
    private static bool IsMeasured(TaggedSentence sentence, Span gap)
    {
        var parsed = sentence.Parsed;
        var (start, end) = (parsed.Words[gap.First].Start, parsed.Words[gap.End - 1].End);
        return AnswerKinds.Of(sentence, gap) == AnswerKind.Year || (sentence.IsNominal(gap.End) && sentence.Touches(gap.End)) || (end < parsed.Text.Length && parsed.Text[end] == '%')
            || (start > 0 && parsed.Text[start - 1] is '$' or '£' or '€') || sentence.Lower(gap.End) is "percent" or "times";
    }

    // "The CFTC is the Commodity Futures Trading Commission".
    private static bool IsShortFor(TaggedSentence sentence, Span gap)
    {
        var answer = sentence.Parsed.Words[gap.End - 1].Text;
        var initials = string.Concat(sentence.Parsed.Words.Where(word => word.IsCapitalised && word.Text.Length > answer.Length).Select(word => word.Text[0]));
        return answer.Length > 1 && answer.All(char.IsUpper) && initials.Contains(answer, StringComparison.Ordinal);
    }

    private static bool Repeats(TaggedSentence sentence, Span gap)
    {
        var head = TermFrequency.Stem(sentence.Lower(gap.End - 1), "en");
        return Enumerable.Range(0, sentence.Count).Any(word => (word < gap.First || word >= gap.End) && string.Equals(TermFrequency.Stem(sentence.Lower(word), "en"), head, StringComparison.Ordinal));
    }

    private static CardIdea Make(Statement statement, Span gap, double factor)
    {
        var parsed = statement.Clause.Sentence.Parsed;
        var answer = parsed.Slice(gap.First, gap.End);
        var (before, after) = (parsed.Text[..parsed.Words[gap.First].Start], parsed.Text[parsed.Words[gap.End - 1].End..]);
        var hint = AnswerKinds.Hint(AnswerKinds.Of(statement.Clause.Sentence, gap));
        return statement.Card(CardKind.Cloze, before + CardIdea.Gap(answer, hint) + after, answer, factor);
    }
}
