using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks for the year or the century of what happened.</summary>
internal static class TimeCards
{
    private const double Factor = 1.1;

    /// <summary>Returns the card of a statement, or null where it names no time at its front or its end.</summary>
    public static CardIdea? Of(Statement statement, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (anchors.Count(sentence, clause.Subject) == 0 || clause.Verb.IsNegative || Inversion.Of(clause) is not { } verb)
            return null;
        var isLead = !clause.Lead.IsEmpty && TimeAt(sentence, clause.Lead.First) is { IsEmpty: false } lead && lead.End == clause.Lead.End;
        var time = isLead ? clause.Lead : AtEnd(sentence, clause.Rest);
        if (time.IsEmpty || (!isLead && !clause.Lead.IsEmpty))
            return null;
        var rest = isLead ? clause.Rest : new Span(clause.Rest.First, time.First);
        if (rest.IsEmpty && (!clause.Verb.IsPassive || Verbs.WantsMore(sentence, clause.Verb)))
            return null;
        // "When did they begin?" says too little; "when did they begin printing in Subiaco?" does not.
        if (Verbs.IsVague(sentence, clause.Verb) && anchors.Count(sentence, rest) == 0)
            return null;
        var tail = rest.IsEmpty ? string.Empty : sentence.Parsed.Slice(rest.First, rest.End);
        var isYear = sentence.Lower(time.End - 1).All(char.IsDigit) && time.Length == 2;
        var question = $"{(isYear ? "In what year" : "When")} {verb.Auxiliary} {clause.SubjectText} {verb.Remainder} {tail}?";
        var answer = isYear ? sentence.Parsed.Slice(time.End - 1, time.End) : sentence.Small(time);
        return statement.Card(CardKind.Basic, question, char.ToLowerInvariant(answer[0]) + answer[1..], Factor);
    }

    private static Span AtEnd(TaggedSentence sentence, Span rest)
    {
        for (var word = rest.First; word < rest.End; word++)
        {
            if (TimeAt(sentence, word) is { IsEmpty: false } time && time.End == rest.End)
                return time;
        }

        return default;
    }

    // "In 1928", "in March 1965", "in the fifteenth century", "in the 1960s".
    private static Span TimeAt(TaggedSentence sentence, int first)
    {
        if (sentence.Lower(first) is not ("in" or "during" or "by" or "around" or "on" or "after" or "before" or "until" or "since"))
            return default;
        var bare = NounPhrases.At(sentence, first + 1);
        // "In 1465, Sweynheym and Pannartz …": the year is no member of a list.
        var phrase = !bare.IsEmpty && sentence.Is(bare.End - 1, PartOfSpeech.Number) ? bare : NounPhrases.Extended(sentence, first + 1);
        if (phrase.IsEmpty)
            return default;
        var last = sentence.Lower(phrase.End - 1);
        var isYear = last.Length >= 4 && last[0] is '1' or '2' && last[..4].All(char.IsDigit);
        var isCentury = last is "century" or "centuries" && phrase.Length > 2;
        return isYear || isCentury ? new Span(first, phrase.End) : default;
    }
}
