using Lectern.Notes.Cards.Clauses;

namespace Lectern.Notes.Cards;

/// <summary>Asks for all the members of a list of three or four: "Which three crops did Europeans bring back?"</summary>
internal static class ListCards
{
    private const int Fewest = 3;
    private const int Most = 4;
    private const int MostMemberWords = 4;
    private const double Factor = 1.3;

    /// <summary>Returns the card of a statement whose object is a list, or null.</summary>
    public static CardIdea? Of(Statement statement, Anchors anchors)
    {
        var (clause, sentence) = (statement.Clause, statement.Clause.Sentence);
        if (clause.Verb.IsNegative || clause.Rest.IsEmpty || anchors.Count(sentence, clause.Subject) == 0 || clause.Verb.IsCopula)
            return null;
        var isStranded = clause.Verb.IsPassive && sentence.Lower(clause.Rest.First) is "into" or "of" or "by" or "from" or "with";
        var list = NounPhrases.Extended(sentence, clause.Rest.First + (isStranded ? 1 : 0));
        if (list.IsEmpty || list.End > clause.Rest.End || Members(sentence, list) is not { Count: >= Fewest and <= Most } members || Inversion.Of(clause) is not { } verb)
            return null;
        var tail = list.End < clause.Rest.End ? sentence.Parsed.Slice(list.End, clause.Rest.End) : string.Empty;
        var stranded = isStranded ? sentence.Lower(clause.Rest.First) : string.Empty;
        var things = members.TrueForAll(member => AnswerKinds.Of(sentence, member) == AnswerKind.Person) ? "people" : "things";
        var lead = clause.Lead.IsEmpty ? string.Empty : sentence.Parsed.Slice(clause.Lead.First, clause.Lead.End) + ", ";
        var count = members.Count == Fewest ? "three" : "four";
        var question = $"{lead}which {count} {things} {verb.Auxiliary} {clause.SubjectText} {verb.Remainder} {stranded} {tail}?";
        return statement.Card(CardKind.List, Summary.Prose.Capitalise(question), sentence.Parsed.Slice(list.First, list.End), Factor);
    }

    private static List<Span> Members(TaggedSentence sentence, Span list)
    {
        var members = new List<Span>();
        for (var word = list.First; word < list.End;)
        {
            if (sentence.Lower(word) is "and" or "or")
                word++;
            var member = NounPhrases.At(sentence, word);
            if (member.IsEmpty || member.Length > MostMemberWords || (word > list.First && sentence.Touches(word) && sentence.Lower(word - 1) is not ("and" or "or")))
                return [];
            members.Add(member);
            word = member.End;
        }

        return members;
    }
}
