using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Asks for the members of a list that the lecturer counts: "What are the three branches of government?"</summary>
/// <remarks>The list is believed where it has as many members as the number before its noun says.</remarks>
internal static class CountedListCards
{
    private const int MostMemberWords = 5;
    private const double Worth = 1.6;
    private static readonly string[] Counts = ["zero", "one", "two", "three", "four", "five", "six"];

    /// <summary>Returns the card of a sentence, or null where nothing is counted and listed in it.</summary>
    /// <param name="spoken">The sentence, tidied.</param>
    /// <param name="index">Its index in the lecture.</param>
    /// <param name="tagger">Used by one thread at a time.</param>
    /// <param name="references">What is understood by itself.</param>
    public static CardIdea? Of(TaggedSentence spoken, int index, PartOfSpeechTagger tagger, References references)
    {
        for (var word = 0; word < spoken.Count - 4; word++)
        {
            var count = Array.IndexOf(Counts, spoken.Lower(word));
            if (count < 2 || Counted(spoken, word) is not { IsEmpty: false } counted)
                continue;
            var list = Listed(spoken, counted.End, count);
            if (list.IsEmpty || Ask(spoken, counted, tagger) is not (var question, var asked))
                continue;
            // A member may have its article ("the executive"): it is told by the others.
            var isClear = references.AreClear(spoken, asked) && references.AreClear(spoken, counted);
            return new CardIdea(CardKind.List, Spoken.Tidy(question), spoken.Parsed.Slice(list.First, list.End), index, Worth) { Fault = isClear ? null : CardFault.UnresolvedReference };
        }

        return null;
    }

    // "Three main stages", "three branches of government".
    private static Span Counted(TaggedSentence sentence, int number)
    {
        var phrase = NounPhrases.At(sentence, number);
        if (phrase.Length < 2 || !sentence.Is(phrase.End - 1, PartOfSpeech.Plural))
            return default;
        return sentence.Lower(phrase.End) is "of" or "in" && sentence.Touches(phrase.End) && NounPhrases.At(sentence, phrase.End + 1) is { IsEmpty: false } whole ? phrase with { End = whole.End } : phrase;
    }

    // As many members as were counted, after a comma, a colon or "are", up to the end of the sentence or of its part.
    private static Span Listed(TaggedSentence sentence, int from, int count)
    {
        var first = sentence.Lower(from) is "are" or "were" && sentence.Touches(from) ? from + 1 : sentence.BreakBefore(from) is "," or ":" ? from : -1;
        if (first < 0)
            return default;
        if (sentence.Lower(first) is "namely")
            first++;
        var (word, members) = (first, 0);
        while (word < sentence.Count && members <= count)
        {
            var hasAnd = sentence.Lower(word) is "and";
            word += hasAnd ? 1 : 0;
            var member = NounPhrases.At(sentence, word);
            while (!member.IsEmpty && sentence.Lower(member.End) is "of" && sentence.Touches(member.End) && NounPhrases.At(sentence, member.End + 1) is { IsEmpty: false } whole)
                member = member with { End = whole.End };
            if (member.IsEmpty || member.Length > MostMemberWords)
                return default;
            (word, members) = (member.End, members + 1);
            var ends = word >= sentence.Count || sentence.BreakBefore(word) is ";" or "." or ":";
            if (ends || hasAnd)
                return ends && members == count && (hasAnd || count > 2) ? new Span(first, word) : default;
            if (sentence.BreakBefore(word) is not "," && sentence.Lower(word) is not "and")
                return default;
        }

        return default;
    }

    // The question, and what it says besides the noun that is counted.
    private static (string Question, Span Asked)? Ask(TaggedSentence sentence, Span counted, PartOfSpeechTagger tagger)
    {
        var text = sentence.Parsed.Slice(counted.First, counted.End);
        var isOpening = counted.First == 0 || (counted.First == 1 && sentence.Lower(0) is "the");
        if (isOpening)
            return sentence.Lower(counted.End) is "are" or "were" ? ($"What {sentence.Lower(counted.End)} the {char.ToLowerInvariant(text[0])}{text[1..]}?", default(Span)) : null;
        if (sentence.Lower(0) is "there" && sentence.Is(1, PartOfSpeech.Be) && counted.First == 2)
            return ($"What {sentence.Lower(1)} the {text}?", default(Span));
        var said = new TaggedSentence(sentence.Parsed.Text[..sentence.Parsed.Words[counted.End - 1].End] + ".", tagger);
        if (Clause.At(said, 0) is not { } clause || clause.Rest.End != said.Count || !clause.Lead.IsEmpty || !clause.Aside.IsEmpty || Inversion.Of(clause) is not { } verb)
            return null;
        var before = new Span(clause.Rest.First, counted.First);
        if (before.Length > 1 || clause.Verb.IsCopula || clause.Verb.IsNegative)
            return null;
        var stranded = before.IsEmpty ? string.Empty : said.Parsed.Slice(before.First, before.End);
        return ($"Which {text} {verb.Auxiliary} {clause.SubjectText} {verb.Remainder} {stranded}?", clause.Subject);
    }
}
