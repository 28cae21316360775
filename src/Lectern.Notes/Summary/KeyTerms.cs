using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>Chooses the terms that a lecture is about.</summary>
public static class KeyTerms
{
    private const int Fewest = 3;
    private const int Most = 20;
    private const int WordsPerTerm = 250;
    private const double DefinedFactor = 1.6;

    /// <summary>Returns the key terms of a lecture, the most important first.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="phrases">Its phrases, ranked.</param>
    /// <param name="definitions">Its definitions.</param>
    /// <param name="acronyms">Its acronyms with what they stand for.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>Three to twenty terms by the length of the lecture, each used twice or defined, in English a noun; no term that is part of another of about the same count.</returns>
    public static IReadOnlyList<KeyTerm> Find(
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Section> sections,
        IReadOnlyList<Phrase> phrases,
        IReadOnlyList<Definition> definitions,
        IReadOnlyDictionary<string, Acronym> acronyms,
        string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return Find(sentences, sections, phrases, definitions, acronyms, language, LanguageTag.IsEnglish(language) ? new TaggedLecture(sentences) : null);
    }

    /// <summary>Finds the key terms of a lecture whose English, if it is that, is tagged.</summary>
    internal static IReadOnlyList<KeyTerm> Find(
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Section> sections,
        IReadOnlyList<Phrase> phrases,
        IReadOnlyList<Definition> definitions,
        IReadOnlyDictionary<string, Acronym> acronyms,
        string language,
        TaggedLecture? lecture)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(acronyms);

        var defined = phrases
            .Select(phrase => (phrase.Key, Definition: BestDefinition(phrase, definitions)))
            .Where(entry => entry.Definition is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Definition!, StringComparer.Ordinal);
        var most = Math.Clamp(sentences.Sum(sentence => Tokens.Count(sentence.Text)) / WordsPerTerm, Fewest, Most);
        var tags = lecture is null ? null : new TermTags(lecture);
        var ranked = phrases
            .Where(phrase => phrase.Uses.Count > 1 || defined.ContainsKey(phrase.Key))
            .OrderByDescending(phrase => phrase.TermHood * (defined.ContainsKey(phrase.Key) ? DefinedFactor : 1));
        var chosen = new List<Phrase>();
        foreach (var phrase in ranked)
        {
            if (chosen.Count == most)
                break;
            if (phrase.TermHood > 0 && tags?.IsNoun(phrase) != false && chosen.TrueForAll(other => !SaysTheSame(phrase, other)))
                chosen.Add(phrase);
        }

        return [.. chosen.Select(ToTerm)];

        KeyTerm ToTerm(Phrase phrase)
        {
            var definition = defined.GetValueOrDefault(phrase.Key);
            var source = definition?.Sentence ?? phrase.Uses[0].Sentence;
            return new KeyTerm
            {
                Text = phrase.Text,
                Expansion = acronyms.GetValueOrDefault(phrase.Text)?.Expansion,
                Mentions = phrase.Uses.Count,
                IsDefined = definition is not null,
                Source = CitedSentence.Of(sentences, source, Section.IndexOf(sections, source), language),
            };
        }
    }

    private static Definition? BestDefinition(Phrase phrase, IReadOnlyList<Definition> definitions) =>
        definitions.Where(definition => IsSameTerm(phrase.Text, definition.Term)).MaxBy(definition => definition.Strength);

    // Not by stem: "informal" and "information" have the same.
    private static bool IsSameTerm(string first, string second)
    {
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && longer[shorter.Length..] is "" or "s" or "es";
    }

    // One holds the other, and the shorter is hardly used without the longer.
    private static bool SaysTheSame(Phrase first, Phrase second)
    {
        var (shorter, longer) = first.WordCount <= second.WordCount ? (first, second) : (second, first);
        return $" {longer.Key} ".Contains($" {shorter.Key} ", StringComparison.Ordinal) && shorter.Uses.Count <= 2 * longer.Uses.Count;
    }
}
