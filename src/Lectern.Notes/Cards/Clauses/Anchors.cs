using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>How much each word says of what a lecture is about.</summary>
internal sealed class Anchors
{
    /// <summary>From this weight on a word tells a reader what a question is about.</summary>
    public const double Telling = 0.45;

    private const double Name = 0.6;
    private const double MostForUse = 0.35;
    private const double Rarest = 0.5;
    private const double CommonDigit = 8;
    private const int CommonNoun = 4;
    private const int FewUses = 3;
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _often = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ofPhrases = new(StringComparer.Ordinal);
    private readonly LectureNouns _nouns;

    /// <summary>Weighs the words of a lecture.</summary>
    /// <param name="terms">Its key terms, the most important first.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="nouns">Its names.</param>
    public Anchors(IReadOnlyList<KeyTerm> terms, IReadOnlyCollection<ParsedSentence> sentences, LectureNouns nouns)
    {
        _nouns = nouns;
        foreach (var phrase in sentences.SelectMany(OfPhrases))
            _ofPhrases[phrase] = _ofPhrases.GetValueOrDefault(phrase) + 1;
        foreach (var group in sentences.SelectMany(sentence => sentence.Lower).GroupBy(Stem, StringComparer.Ordinal))
        {
            if (group.Count() >= FewUses)
                _often.Add(group.Key);
            _weights[group.Key] = Math.Min(MostForUse, Math.Log2(group.Count()) / 12) + Rarity(group);
        }

        for (var rank = terms.Count - 1; rank >= 0; rank--)
        {
            foreach (var word in Tokens.Of(terms[rank].Text).Where(word => !StopWords.For("en").Contains(word.Lower)))
                _weights[Stem(word.Lower)] = 1 - (0.5 * rank / terms.Count);
        }
    }

    /// <summary>The weight of a word of a sentence: 0 for words that any lecture has, up to 1 for its first term.</summary>
    public double Of(TaggedSentence sentence, int word)
    {
        var lower = sentence.Lower(word);
        if (StopWords.For("en").Contains(lower) || SpokenWords.For("en").Contains(lower) || References.Empty.Contains(lower))
            return sentence.Is(word, PartOfSpeech.Number) && lower.Any(char.IsDigit) ? Telling : 0;
        if (!sentence.IsNominal(word) && sentence[word] is not (PartOfSpeech.Adjective or PartOfSpeech.Possessive or PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.Past or PartOfSpeech.ThirdPerson or PartOfSpeech.Verb))
            return 0;
        var weight = _weights.GetValueOrDefault(Stem(lower), 0.1);
        return sentence.Is(word, PartOfSpeech.Name) || _nouns.Names.Contains(lower) ? Math.Max(weight, Name) : weight;
    }

    /// <summary>Whether a span is one plain word that the lecture hardly uses: an answer that tells nothing of its subject.</summary>
    public bool IsChance(TaggedSentence sentence, Span span)
    {
        var head = span.End - 1;
        if (sentence.Is(head, PartOfSpeech.Name) || sentence.Is(head, PartOfSpeech.Number) || _often.Contains(Stem(sentence.Lower(head))))
            return false;
        var modifiers = Enumerable.Range(span.First, Math.Max(0, span.Length - 1)).Count(word => sentence[word] is not (PartOfSpeech.Determiner or PartOfSpeech.Possessive));
        return modifiers == 0 && EnglishLexicon.Find(WordForms.Singular(sentence.Lower(head)) ?? sentence.Lower(head)) is { } entry && entry.Noun >= CommonNoun;
    }

    /// <summary>Whether a span names what the lecture speaks of again and again, or is a single word that is much used elsewhere.</summary>
    public bool IsFamiliar(TaggedSentence sentence, Span span)
    {
        var head = sentence.Lower(span.End - 1);
        var isWord = span.Length - (sentence.Is(span.First, PartOfSpeech.Determiner) ? 1 : 0) == 1;
        return _often.Contains(Stem(head)) || (isWord && EnglishLexicon.Find(WordForms.Singular(head) ?? head) is { } entry && entry.Noun >= CommonNoun);
    }

    /// <summary>Whether a span ends a term that the lecture uses as one: "the division of labor".</summary>
    public bool IsPartOfTerm(TaggedSentence sentence, Span span) =>
        span.Length == 1 && span.First > 1 && sentence.Lower(span.First - 1) is "of" && _ofPhrases.GetValueOrDefault(sentence.Lower(span.First - 2) + " " + sentence.Lower(span.First)) >= FewUses;

    /// <summary>Sum of the weights of the different words of a span.</summary>
    public double Sum(TaggedSentence sentence, Span span) => Enumerable.Range(span.First, span.Length)
        .DistinctBy(word => Stem(sentence.Lower(word)), StringComparer.Ordinal)
        .Sum(word => Of(sentence, word));

    /// <summary>Number of words of a span that tell what it is about.</summary>
    public int Count(TaggedSentence sentence, Span span) =>
        Enumerable.Range(span.First, span.Length).Count(word => Of(sentence, word) >= Telling);

    // What is seldom said elsewhere says the more here; WordNet's counts stand for elsewhere.
    private static double Rarity(IEnumerable<string> forms)
    {
        var uses = forms.Distinct(StringComparer.Ordinal)
            .SelectMany(form => new[] { form, WordForms.Singular(form) ?? form, WordForms.VerbLemma(form) ?? form })
            .Select(EnglishLexicon.Find)
            .Max(entry => entry is { } known ? Math.Max(Math.Max(known.Noun, known.Verb), Math.Max(known.Adjective, known.Adverb)) : 0);
        return Math.Max(0, Rarest * (CommonDigit - Math.Max(1, uses)) / (CommonDigit - 1));
    }

    private static string Stem(string lower) => TermFrequency.Stem(lower, "en");

    private static IEnumerable<string> OfPhrases(ParsedSentence sentence) => Enumerable.Range(1, Math.Max(0, sentence.Count - 2))
        .Where(word => sentence.Lower[word] is "of")
        .Select(word => sentence.Lower[word - 1] + " " + sentence.Lower[word + 1]);
}
