using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Leaves out of a statement the phrases at its end and its front that cannot be understood by who has not heard the lecture.</summary>
/// <param name="references">What is understood by itself.</param>
/// <param name="tagger">Used by one thread at a time.</param>
internal sealed class Understanding(References references, PartOfSpeechTagger tagger)
{
    /// <summary>Whether nothing in a statement is left open.</summary>
    public bool IsClear(Clause clause) =>
        references.AreClear(clause.Sentence, new Span(0, clause.Sentence.Count)) && !Pronouns.AreOpen(clause.Sentence.Parsed.Words, isReason: false);

    /// <summary>Returns the statement, or as much of it as is clear; the statement itself where nothing is.</summary>
    public Clause Clear(Clause clause)
    {
        if (IsClear(clause))
            return clause;
        if (!clause.Lead.IsEmpty && clause.Sentence.Is(clause.Lead.First, PartOfSpeech.Preposition))
        {
            var parsed = clause.Sentence.Parsed;
            if (Read(Summary.Prose.Capitalise(parsed.Text[parsed.Words[clause.Subject.First].Start..])) is { } bare && IsClear(bare))
                return bare;
        }

        return Shorter(clause) ?? WithoutPhrase(clause) ?? clause;
    }

    // "Policy in this environment can help" without "in this environment".
    private Clause? WithoutPhrase(Clause clause)
    {
        var (sentence, parsed) = (clause.Sentence, clause.Sentence.Parsed);
        for (var word = clause.Subject.First + 1; word < sentence.Count - 2; word++)
        {
            if (!sentence.Is(word, PartOfSpeech.Preposition) || !sentence.IsNominal(word - 1) || sentence.Lower(word) is not ("in" or "on" or "at" or "with" or "for" or "within" or "under" or "during" or "through" or "by"))
                continue;
            var phrase = NounPhrases.At(sentence, word + 1);
            if (phrase.IsEmpty || phrase.End >= sentence.Count || sentence.Lower(phrase.End) is "of" or "and" or "that" or "which" or "who" || references.AreClear(sentence, phrase))
                continue;
            if (Read(parsed.Text[..parsed.Words[word - 1].End] + parsed.Text[parsed.Words[phrase.End - 1].End..]) is { } read && IsClear(read))
                return read;
        }

        return null;
    }

    // "Domitian built a temple in that forum" without "in that forum"; "of" is never cut, since it makes the noun what it is.
    private Clause? Shorter(Clause clause)
    {
        var sentence = clause.Sentence;
        for (var word = clause.Rest.End - 1; word > clause.Rest.First; word--)
        {
            var cuts = sentence.Is(word, PartOfSpeech.Preposition) && sentence.Lower(word) is not ("of" or "by" or "than" or "as" or "like" or "between" or "for");
            cuts |= sentence.Lower(word) is "while" or "as" or "since" && sentence.Is(word, PartOfSpeech.Subordinator);
            if (!cuts || !(sentence.IsNominal(word - 1) || (clause.Verb.IsPassive && word == clause.Rest.First)))
                continue;
            if (Read(sentence.Parsed.Text[..sentence.Parsed.Words[word - 1].End] + ".") is { } read && IsClear(read))
                return read;
        }

        return null;
    }

    private Clause? Read(string text)
    {
        var sentence = new TaggedSentence(text, tagger);
        return Clause.At(sentence, 0) is { } clause && clause.Aside.IsEmpty && Math.Max(clause.Rest.End, clause.Verb.Words.End) == sentence.Count ? clause : null;
    }
}
