using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>An English lecture whose texts are tagged once each, whoever asks for them.</summary>
/// <remarks>Key terms, definitions, cards and wrong answers read much the same sentences. Not thread-safe: one for one lecture, used by one thread.</remarks>
internal sealed class TaggedLecture
{
    private readonly Dictionary<string, TaggedSentence> _tagged = new(StringComparer.Ordinal);

    /// <summary>Reads the names of a lecture.</summary>
    /// <param name="sentences">Its sentences.</param>
    public TaggedLecture(IReadOnlyList<Sentence> sentences)
    {
        Sentences = sentences;
        Parsed = [.. sentences.Select(sentence => new ParsedSentence(sentence.Text))];
        Nouns = LectureNouns.Of(Parsed);
        Tagger = new PartOfSpeechTagger(Nouns.Names, Nouns.Persons);
    }

    /// <summary>The sentences as spoken.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The words of each sentence.</summary>
    public IReadOnlyList<ParsedSentence> Parsed { get; }

    /// <summary>What the lecture names.</summary>
    public LectureNouns Nouns { get; }

    /// <summary>What tells the parts of speech of the lecture's words.</summary>
    public PartOfSpeechTagger Tagger { get; }

    /// <summary>Returns a text with the part of speech of each word.</summary>
    /// <param name="text">A sentence of the lecture, as spoken or tidied.</param>
    public TaggedSentence Tag(string text)
    {
        if (!_tagged.TryGetValue(text, out var sentence))
            _tagged.Add(text, sentence = new TaggedSentence(text, Tagger));
        return sentence;
    }
}
