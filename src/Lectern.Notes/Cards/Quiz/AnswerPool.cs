using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Quiz;

/// <summary>The noun phrases of a lecture by what they name.</summary>
internal sealed class AnswerPool
{
    private readonly Dictionary<string, PooledAnswer> _answers = new(StringComparer.Ordinal);
    private readonly TaggedLecture _lecture;

    /// <summary>Collects the phrases of a lecture.</summary>
    /// <param name="lecture">The lecture.</param>
    public AnswerPool(TaggedLecture lecture)
    {
        _lecture = lecture;
        for (var index = 0; index < lecture.Sentences.Count; index++)
            Collect(lecture.Tag(lecture.Sentences[index].Text), index);
    }

    /// <summary>The phrases.</summary>
    public IReadOnlyCollection<PooledAnswer> Answers => _answers.Values;

    /// <summary>Returns what a text names, or null where it is no single noun phrase.</summary>
    /// <param name="text">An answer of a card.</param>
    /// <param name="following">The word after it in its sentence; empty where there is none.</param>
    public PooledAnswer? Read(string text, string following)
    {
        var sentence = _lecture.Tag(text);
        var phrase = NounPhrases.At(sentence, 0);
        if (sentence.Count == 0 || phrase.End != sentence.Count)
            return null;
        var read = Make(sentence, phrase);
        return read is { Kind: AnswerKind.Number } ? read with { Unit = TermFrequency.Stem(following.ToLowerInvariant(), "en") } : read;
    }

    /// <summary>Returns what the pool knows under a key, or null.</summary>
    public PooledAnswer? Find(string key) => _answers.GetValueOrDefault(key);

    private void Collect(TaggedSentence sentence, int index)
    {
        var phrases = NounPhrases.All(sentence, new Span(0, sentence.Count)).ToList();
        PooledAnswer? previous = null;
        var previousEnd = 0;
        foreach (var phrase in phrases)
        {
            var made = Make(sentence, phrase);
            if (made is null)
                continue;
            if (!_answers.TryGetValue(made.Key, out var answer))
                _answers.Add(made.Key, answer = made);
            answer.Sentences.Add(index);
            answer.IsCounted |= sentence.Lower(phrase.First) is "a" or "an";
            var isListed = previous is not null && phrase.First - previousEnd <= 1 && (phrase.First == previousEnd ? sentence.BreakBefore(phrase.First) is "," : sentence.Lower(phrase.First - 1) is "and" or "or");
            if (isListed)
            {
                answer.Listed.Add(previous!.Key);
                previous.Listed.Add(answer.Key);
            }

            (previous, previousEnd) = (answer, phrase.End);
        }
    }

    private static PooledAnswer? Make(TaggedSentence sentence, Span phrase)
    {
        var first = phrase.First;
        while (first < phrase.End - 1 && sentence[first] is PartOfSpeech.Determiner or PartOfSpeech.Possessive or PartOfSpeech.Adverb)
            first++;
        var bare = new Span(first, phrase.End);
        var head = phrase.End - 1;
        var kind = AnswerKinds.Of(sentence, bare);
        var unit = string.Empty;
        if (kind == AnswerKind.Number)
        {
            var number = Enumerable.Range(first, phrase.End - first).TakeWhile(word => sentence.Is(word, PartOfSpeech.Number)).Count();
            if (number == 0)
                return null;
            bare = new Span(first, first + number);
            unit = bare.End < sentence.Count ? TermFrequency.Stem(sentence.Lower(bare.End), "en") : string.Empty;
        }
        else if (sentence.Is(head, PartOfSpeech.Name))
        {
            // "Mrs", "St" and "and so forth" are no names, though they are tagged as such.
            if (!char.IsUpper(sentence.Parsed.Words[head].Text[0]) || sentence.Lower(head).Length < 3 || AnswerKinds.IsTitle(sentence.Lower(head)))
                return null;
        }
        else if (References.Empty.Contains(sentence.Lower(head)) || SpokenWords.For("en").Contains(sentence.Lower(head)))
        {
            return null;
        }

        var lower = sentence.Lower(head);
        var noun = (EnglishLexicon.Find(WordForms.Singular(lower) ?? lower) ?? EnglishLexicon.Find(lower))?.Kind ?? NounKind.None;
        var key = string.Join(' ', Enumerable.Range(bare.First, bare.Length).Select(word => TermFrequency.Stem(sentence.Lower(word), "en"))) + (unit.Length > 0 ? "|" + unit : string.Empty);
        return new PooledAnswer(sentence.Small(bare), key, kind, noun, sentence.Is(head, PartOfSpeech.Plural), unit)
        {
            IsName = sentence.Is(head, PartOfSpeech.Name),
        };
    }
}
