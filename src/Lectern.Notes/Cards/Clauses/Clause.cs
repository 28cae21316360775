using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>A statement of one clause, cut into its parts.</summary>
/// <param name="Sentence">The words.</param>
/// <param name="Lead">What stands before the subject ("In 1492,"); may be empty.</param>
/// <param name="Subject">The subject with what hangs on it.</param>
/// <param name="Aside">What stands between commas after the subject; may be empty.</param>
/// <param name="Verb">The finite verb.</param>
/// <param name="Rest">What follows the verb, to the end of the clause; may be empty.</param>
internal sealed record Clause(TaggedSentence Sentence, Span Lead, Span Subject, Span Aside, VerbGroup Verb, Span Rest)
{
    private const int MostSubjectWords = 12;
    private const int MostAsideWords = 14;
    private const int MostLeadWords = 12;

    /// <summary>The statement without its aside: a capital in front, a point at the end.</summary>
    public string Text
    {
        get
        {
            if (Subject.IsEmpty)
                return Sentence.Parsed.Text;
            var lead = Lead.IsEmpty ? string.Empty : Sentence.Parsed.Slice(Lead.First, Lead.End) + (Sentence.BreakBefore(Subject.First) is "," ? ", " : " ");
            return Summary.Prose.Capitalise($"{lead}{Sentence.Parsed.Slice(Subject.First, Subject.End)} {Sentence.Parsed.Slice(Verb.Words.First, Rest.IsEmpty ? Verb.Words.End : Rest.End)}.");
        }
    }

    /// <summary>The text of the subject as it stands inside a sentence.</summary>
    public string SubjectText => Sentence.Small(Subject);

    /// <summary>Reads the clause that begins at a word, or returns null where none does.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">Index of the word that it begins with.</param>
    public static Clause? At(TaggedSentence sentence, int start)
    {
        foreach (var lead in Leads(sentence, start))
        {
            if (sentence.Lower(lead.End) is "there" && sentence.Is(lead.End + 1, PartOfSpeech.Be))
                return Existential(sentence, lead);
            if (SubjectAt(sentence, lead.End) is not { } found)
                continue;
            var (subject, aside, verb) = found;
            var end = ClauseEnd.After(sentence, verb);
            // A sign is spoken of, not a thing; "times" is said of numbers.
            if (sentence.Lower(subject.End - 1).Length < 2 || sentence.Lower(verb.Main) is "times" || sentence.Lower(subject.First) is "enough" || !Agreement.Holds(sentence, subject, verb))
                return null;
            if (end > sentence.Count || (end == verb.Words.End && !verb.IsPassive))
                return null;
            return new Clause(sentence, lead, subject, aside, verb, new Span(verb.Words.End, end));
        }

        return null;
    }

    // "There was a movement of microbes …".
    private static Clause? Existential(TaggedSentence sentence, Span lead)
    {
        var start = lead.End;
        if (VerbGroups.At(sentence, start + 1) is not { IsCopula: true } verb || NounPhrases.At(sentence, verb.Words.End).IsEmpty)
            return null;
        var end = ClauseEnd.After(sentence, verb);
        return end > sentence.Count ? null : new Clause(sentence, lead, new Span(start, start + 1), new Span(start + 1, start + 1), verb, new Span(verb.Words.End, end));
    }

    // "In 1492 Columbus …", "When water cools, it …": what may stand before the subject, the empty lead last.
    private static IEnumerable<Span> Leads(TaggedSentence sentence, int start)
    {
        if (sentence.Is(start, PartOfSpeech.Preposition))
        {
            if (sentence.Lower(start) is "as" or "than" or "with" or "without")
                yield break;
            var phrase = NounPhrases.Extended(sentence, start + 1);
            // "In the Second Treatise Locke argues": the last name is the subject.
            if (phrase.Length > 1 && sentence.Is(phrase.End - 1, PartOfSpeech.Name) && VerbGroups.At(sentence, phrase.End) is not null)
                yield return new Span(start, phrase.End - 1);
            if (!phrase.IsEmpty && phrase.End < sentence.Count && sentence.BreakBefore(phrase.End) is "," or "")
                yield return new Span(start, phrase.End);
            // "In 1465, Sweynheym and Pannartz began": what stands behind the comma is no list.
            if (NounPhrases.At(sentence, start + 1) is { IsEmpty: false } bare && bare.End < phrase.End && sentence.BreakBefore(bare.End) is ",")
                yield return new Span(start, bare.End);
            yield break;
        }

        if (sentence.Is(start, PartOfSpeech.Subordinator))
        {
            if (sentence.Lower(start) is "as" or "what" or "who" or "which" or "why" or "how" or "that")
                yield break;
            for (var word = start + 3; word < Math.Min(sentence.Count, start + MostLeadWords); word++)
            {
                if (sentence.BreakBefore(word) is not ",")
                    continue;
                yield return new Span(start, word);
                yield break;
            }

            yield break;
        }

        var first = start;
        while (sentence.Is(first, PartOfSpeech.Adverb) && sentence.Lower(first) is not ("too" or "so" or "very" or "more" or "most" or "less" or "as" or "hardly" or "no" or "only" or "almost" or "not") && first + 3 < sentence.Count && (sentence.Touches(first + 1) || sentence.BreakBefore(first + 1) is ","))
            first++;
        yield return new Span(first, first);
    }

    private static (Span Subject, Span Aside, VerbGroup Verb)? SubjectAt(TaggedSentence sentence, int first)
    {
        // "Masking antigens is …".
        if (sentence.Is(first, PartOfSpeech.Gerund) && NounPhrases.At(sentence, first + 1) is { IsEmpty: false } done && NounPhrases.At(sentence, first).IsEmpty)
            return VerbGroups.At(sentence, done.End) is { } follows ? (new Span(first, done.End), new Span(done.End, done.End), follows) : AfterModifier(sentence, new Span(first, done.End), done.End);
        var subject = sentence.Lower(first) is "one" && sentence.Is(first, PartOfSpeech.Pronoun) ? new Span(first, first + 1) : NounPhrases.Extended(sentence, first, isSubject: true);
        while (!subject.IsEmpty && subject.Length <= MostSubjectWords)
        {
            var next = subject.End;
            if (VerbGroups.At(sentence, next) is { } verb)
                return (subject, new Span(next, next), verb);
            if (sentence.BreakBefore(next) is ",")
                return AfterAside(sentence, subject);
            if (sentence.Lower(next) is "who" or "that" or "which" && sentence.Touches(next))
                return VerbGroups.At(sentence, next + 1) is { } inner ? AfterModifier(sentence, subject, inner.Words.End) : null;
            if (sentence.Is(next, PartOfSpeech.Participle, PartOfSpeech.Gerund) && sentence.Touches(next))
                return AfterModifier(sentence, subject, next + 1);
            // "The movement of water through a membrane is …".
            if (!sentence.Touches(next) || !sentence.Is(next, PartOfSpeech.Preposition) || NounPhrases.Extended(sentence, next + 1) is not { IsEmpty: false } attached)
                return null;
            subject = new Span(first, attached.End);
        }

        return null;
    }

    // "The people who came in 1492 were …", "the drugs used to treat it are …": the next verb is the statement's.
    private static (Span Subject, Span Aside, VerbGroup Verb)? AfterModifier(TaggedSentence sentence, Span subject, int from)
    {
        for (var word = from + 1; word < Math.Min(sentence.Count, subject.First + MostSubjectWords) && sentence.Touches(word); word++)
        {
            if ((sentence.IsNominal(word - 1) || sentence.Is(word - 1, PartOfSpeech.Adverb)) && VerbGroups.At(sentence, word) is { } verb)
                return (new Span(subject.First, word), new Span(word, word), verb);
        }

        return null;
    }

    private static (Span Subject, Span Aside, VerbGroup Verb)? AfterAside(TaggedSentence sentence, Span subject)
    {
        for (var word = subject.End + 1; word < Math.Min(sentence.Count, subject.End + MostAsideWords); word++)
        {
            if (sentence.BreakBefore(word) is not ",")
                continue;
            if (VerbGroups.At(sentence, word, mayFollowBreak: true) is { } verb)
                return (subject, new Span(subject.End, word), verb);
        }

        return null;
    }
}
