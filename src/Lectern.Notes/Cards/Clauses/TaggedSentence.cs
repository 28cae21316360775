using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>An English sentence with the part of speech of each word.</summary>
internal sealed class TaggedSentence
{
    private readonly PartOfSpeech[] _parts;
    private readonly bool _opensWithName;
    private readonly PartOfSpeechTagger _tagger;

    /// <summary>Tags a sentence.</summary>
    /// <param name="text">One English sentence.</param>
    /// <param name="tagger">Used by one thread at a time.</param>
    public TaggedSentence(string text, PartOfSpeechTagger tagger)
    {
        _tagger = tagger;
        Parsed = new ParsedSentence(text);
        _parts = tagger.Tag(Parsed);
        _opensWithName = Count > 0 && (_parts[0] == PartOfSpeech.Name || tagger.IsName(Parsed.Lower[0]));
    }

    /// <summary>The words and the punctuation between them.</summary>
    public ParsedSentence Parsed { get; }

    /// <summary>Number of words.</summary>
    public int Count => Parsed.Count;

    /// <summary>The part of speech of a word.</summary>
    public PartOfSpeech this[int word] => _parts[word];

    /// <summary>A word in lower case; empty beyond the end.</summary>
    public string Lower(int word) => word >= 0 && word < Count ? Parsed.Lower[word] : string.Empty;

    /// <summary>Returns the text of a span as it stands inside a sentence: a capital in front only where a name begins it.</summary>
    public string Small(Span span) => span.First == 0 && !_opensWithName ? Parsed.SmallSlice(0, span.End) : Parsed.Slice(span.First, span.End);

    /// <summary>Whether a word is one of some parts of speech; never beyond the end.</summary>
    public bool Is(int word, PartOfSpeech first, PartOfSpeech second) => word >= 0 && word < Count && (_parts[word] == first || _parts[word] == second);

    /// <summary>Whether a word is of a part of speech; never beyond the end.</summary>
    public bool Is(int word, PartOfSpeech part) => Is(word, part, part);

    /// <summary>Whether the lecture knows a word as the name of a person.</summary>
    public bool IsPerson(int word) => Is(word, PartOfSpeech.Name) && _tagger.IsPerson(Lower(word));

    /// <summary>Whether a word can be the head of a noun phrase.</summary>
    public bool IsNominal(int word) => Is(word, PartOfSpeech.Noun, PartOfSpeech.Plural) || Is(word, PartOfSpeech.Name, PartOfSpeech.Number);

    /// <summary>The punctuation before a word, spaces left out; empty before the first.</summary>
    public string BreakBefore(int word)
    {
        if (word <= 0)
            return string.Empty;
        var end = word < Count ? Parsed.Words[word].Start : Parsed.Text.Length;
        return Parsed.Text[Parsed.Words[word - 1].End..end].Trim(' ', '%', '$', '£', '€', '°');
    }

    /// <summary>Whether no punctuation stands before a word; signs of money and percent belong to their numbers.</summary>
    public bool Touches(int word) => word < Count && BreakBefore(word).Length == 0;
}
