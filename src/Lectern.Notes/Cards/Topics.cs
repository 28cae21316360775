using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>Names what a lecture is about at each place, for questions that need to be told: "Column of Trajan: What does the shaft rest on?"</summary>
/// <remarks>"Context cues simplify wording": P. Wozniak, "Twenty rules of formulating knowledge" (1999), rule 15.</remarks>
internal sealed class Topics
{
    private const int SentencesBefore = 12;
    private const int SentencesAfter = 4;
    private const int FewestMentions = 2;
    private const int MostWords = 4;
    private const double NameWeight = 0.6;
    private const double FadesOver = 6;

    private readonly List<Mention>[] _mentions;

    /// <summary>Finds the names and key terms of each sentence.</summary>
    /// <param name="sentences">The sentences of an English lecture.</param>
    /// <param name="terms">Its key terms, the most important first.</param>
    public Topics(IReadOnlyList<TaggedSentence> sentences, IReadOnlyList<KeyTerm> terms)
    {
        var weights = new Dictionary<string, Mention>(StringComparer.Ordinal);
        for (var rank = terms.Count - 1; rank >= 0; rank--)
            weights[Key(terms[rank].Text)] = new Mention(Key(terms[rank].Text), terms[rank].Text, 1 - (0.5 * rank / terms.Count));
        _mentions = [.. sentences.Select(sentence => MentionsOf(sentence, weights).ToList())];
    }

    /// <summary>Returns the card with what it is about in front of its question; with a fault where it needs that and nothing can be named.</summary>
    public CardIdea Add(CardIdea idea)
    {
        if (!idea.NeedsTopic || idea.Fault is not null)
            return idea;
        return Of(idea) is { } topic ? idea with { Question = $"{topic}: {idea.Question}" } : idea with { Fault = CardFault.UnresolvedReference };
    }

    // What was named most and nearest, that the card does not name itself.
    private string? Of(CardIdea idea)
    {
        var said = Key(idea.AskedQuestion + " " + idea.Answer).Split(' ').ToHashSet(StringComparer.Ordinal);
        var first = Math.Max(0, idea.Sentence - SentencesBefore);
        var end = Math.Min(_mentions.Length, idea.Sentence + SentencesAfter + 1);
        return Enumerable.Range(first, end - first)
            .SelectMany(index => _mentions[index].Select(mention => (mention, Near: mention.Weight / (1 + (Math.Abs(index - idea.Sentence) / FadesOver)))))
            .GroupBy(entry => entry.mention.Key, StringComparer.Ordinal)
            .Where(group => group.Count() >= FewestMentions && !group.Key.Split(' ').Any(said.Contains) && (group.Key.Contains(' ', StringComparison.Ordinal) || group.First().mention.IsName))
            .OrderByDescending(group => group.Sum(entry => entry.Near))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Summary.Prose.Capitalise(group.First().mention.Text))
            .FirstOrDefault();
    }

    private static IEnumerable<Mention> MentionsOf(TaggedSentence sentence, Dictionary<string, Mention> terms)
    {
        foreach (var phrase in NounPhrases.All(sentence, new Span(0, sentence.Count)))
        {
            var first = phrase.First;
            while (first < phrase.End - 1 && sentence[first] is PartOfSpeech.Determiner or PartOfSpeech.Possessive)
                first++;
            if (phrase.End - first > MostWords)
                continue;
            var text = sentence.Parsed.Slice(first, phrase.End);
            if (terms.TryGetValue(Key(text), out var term))
                yield return term;
            else if (Enumerable.Range(first, phrase.End - first).All(word => sentence.Is(word, PartOfSpeech.Name)) && char.IsUpper(text[0]) && text.Length > 3)
                yield return new Mention(Key(text), text, NameWeight);
        }
    }

    private static string Key(string text) => string.Join(' ', Tokens.Of(text).Select(word => TermFrequency.Stem(word.Lower, "en")));

    /// <summary>A name or a term in a sentence.</summary>
    private sealed record Mention(string Key, string Text, double Weight)
    {
        /// <summary>Whether it is written with a capital.</summary>
        public bool IsName => char.IsUpper(Text[0]);
    }
}
