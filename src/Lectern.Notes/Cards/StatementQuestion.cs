using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Cards;

/// <summary>A question that a statement answers, made by turning the statement round.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The words of the statement that answer it.</param>
internal sealed record StatementQuestion(string Question, string Answer)
{
    private const int MaxSubjectWords = 8;

    private static readonly FrozenSet<string> Be = Words("is are was were");
    private static readonly FrozenSet<string> Auxiliaries = Words("is are was were can could will would should must may might");
    private static readonly FrozenSet<string> Because = Words("because");
    private static readonly FrozenSet<string> By = Words("by");
    private static readonly FrozenSet<string> In = Words("in");
    private static readonly FrozenSet<string> Counts = Words("two three four five six seven eight nine ten eleven twelve");

    private static readonly FrozenSet<string> NoSubject = Words(
        "in on at by for with from to of as when while if because although though since after before until unless where what why how who which " +
        "there here not and or but so then no let suppose imagine consider remember notice note look given that whether even just only all some");

    private static readonly FrozenSet<string> NoSubjectInside = Words(
        "that which who whom whose when where if because i you we he she it they this these those is are was were am do does did has have had");

    private static readonly FrozenDictionary<string, string> Verbs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["consists of"] = "consist of",
        ["depends on"] = "depend on",
        ["leads to"] = "lead to",
        ["results in"] = "result in",
        ["contains"] = "contain",
        ["causes"] = "cause",
        ["produces"] = "produce",
        ["requires"] = "require",
        ["represents"] = "represent",
        ["determines"] = "determine",
        ["describes"] = "describe",
        ["measures"] = "measure",
        ["predicts"] = "predict",
        ["implies"] = "imply",
        ["involves"] = "involve",
        ["explains"] = "explain",
        ["prevents"] = "prevent",
        ["allows"] = "allow",
        ["argues"] = "argue",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns the question of a statement, or null where it has none of the known shapes.</summary>
    /// <param name="sentence">One tidy English sentence.</param>
    public static StatementQuestion? Of(ParsedSentence sentence) =>
        Why(sentence) ?? When(sentence) ?? ByWhat(sentence) ?? HowMany(sentence) ?? WhatDoes(sentence);

    // "The sky is blue because air scatters blue light." — "Why is the sky blue?"
    private static StatementQuestion? Why(ParsedSentence sentence)
    {
        var because = sentence.IndexOfAny(Because, 3, sentence.Count);
        var verb = SubjectEnd(sentence, Auxiliaries);
        if (because < 0 || verb < 0 || verb + 1 >= because || sentence.NextBreak(1) < because)
            return null;
        var answer = sentence.Slice(because, AnswerEnd(sentence, because + 1));
        return new StatementQuestion($"Why {sentence.Lower[verb]} {sentence.SmallSlice(0, verb)} {sentence.Slice(verb + 1, because)}?", answer);
    }

    // "Penicillin was discovered in 1928." — "In what year was penicillin discovered?"
    private static StatementQuestion? When(ParsedSentence sentence)
    {
        var verb = SubjectEnd(sentence, Be);
        var preposition = verb < 0 ? -1 : sentence.IndexOfAny(In, verb + 2, sentence.Count - 1);
        if (preposition < 0 || !IsYear(sentence.Words[preposition + 1]) || sentence.NextBreak(1) < preposition)
            return null;
        return new StatementQuestion(
            $"In what year {sentence.Lower[verb]} {sentence.SmallSlice(0, verb)} {sentence.Slice(verb + 1, preposition)}?",
            sentence.Words[preposition + 1].Text);
    }

    // "The theory was proposed by Wegener." — "By whom or what was the theory proposed?"
    private static StatementQuestion? ByWhat(ParsedSentence sentence)
    {
        var verb = SubjectEnd(sentence, Be);
        var by = verb < 0 ? -1 : sentence.IndexOfAny(By, verb + 2, verb + 3);
        if (by < 0 || by + 1 >= sentence.Count || sentence.NextBreak(1) <= by || !IsParticiple(sentence.Lower[verb + 1]))
            return null;
        var agent = sentence.Slice(by + 1, AnswerEnd(sentence, by + 2));
        return new StatementQuestion($"By whom or what {sentence.Lower[verb]} {sentence.SmallSlice(0, verb)} {sentence.Lower[verb + 1]}?", agent);
    }

    // "There are three laws of motion." — "How many laws of motion are there?"
    private static StatementQuestion? HowMany(ParsedSentence sentence)
    {
        if (sentence.Count < 6 || sentence.Lower[0] is not "there" || sentence.Lower[1] is not "are" || !Counts.Contains(sentence.Lower[2]))
            return null;
        var end = sentence.NextBreak(3);
        return end - 3 is < 3 or > MaxSubjectWords || sentence.IndexOfAny(NoSubjectInside, 3, end) >= 0
            ? null
            : new StatementQuestion($"How many {sentence.Slice(3, end)} are there?", sentence.Lower[2]);
    }

    // "The rate depends on temperature." — "What does the rate depend on?"
    private static StatementQuestion? WhatDoes(ParsedSentence sentence)
    {
        for (var verb = 1; verb < Math.Min(sentence.Count - 1, MaxSubjectWords + 1); verb++)
        {
            var (length, plain) = VerbAt(sentence, verb);
            var start = verb + length;
            if (length == 0 || start >= sentence.Count || !IsSubject(sentence, verb) || sentence.NextBreak(1) <= start)
                continue;
            var answer = sentence.Slice(start, AnswerEnd(sentence, start + 1));
            return new StatementQuestion($"What does {sentence.SmallSlice(0, verb)} {plain}?", answer);
        }

        return null;
    }

    private static (int Length, string Plain) VerbAt(ParsedSentence sentence, int verb)
    {
        if (verb + 1 < sentence.Count && Verbs.TryGetValue(sentence.Lower[verb] + " " + sentence.Lower[verb + 1], out var two))
            return (2, two);
        return Verbs.TryGetValue(sentence.Lower[verb], out var one) ? (1, one) : (0, string.Empty);
    }

    // The index of the verb that follows a plain subject, or -1.
    private static int SubjectEnd(ParsedSentence sentence, IReadOnlySet<string> verbs)
    {
        var verb = sentence.IndexOfAny(verbs, 1, MaxSubjectWords + 1);
        return verb > 0 && verb + 1 < sentence.Count && IsSubject(sentence, verb) && sentence.Lower[verb + 1] is not "not" ? verb : -1;
    }

    private static bool IsSubject(ParsedSentence sentence, int end)
    {
        if (NoSubject.Contains(sentence.Lower[0]) || sentence.NextBreak(1) <= end || sentence.IndexOfAny(NoSubjectInside, 0, end) >= 0)
            return false;
        var (stopWords, spoken) = (StopWords.For("en"), SpokenWords.For("en"));
        return sentence.Lower.Take(end).Any(word => !stopWords.Contains(word) && !spoken.Contains(word));
    }

    private static int AnswerEnd(ParsedSentence sentence, int from) => sentence.NextBreak(from);

    private static bool IsParticiple(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || word is "written" or "made" or "given" or "built" or "found" or "driven" or "shown";

    private static bool IsYear(Word word) => word.Text.Length == 4 && word.Text.All(char.IsDigit) && word.Text[0] is '1' or '2';

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
