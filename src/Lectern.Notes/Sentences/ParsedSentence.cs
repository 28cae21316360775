namespace Lectern.Notes.Sentences;

/// <summary>A sentence with its words and the punctuation between them, for rules that look at its shape.</summary>
internal sealed class ParsedSentence
{
    private readonly string[] _lower;

    /// <summary>Cuts a sentence into words.</summary>
    /// <param name="text">One sentence.</param>
    public ParsedSentence(string text)
    {
        Text = text;
        Words = Tokens.Of(text);
        _lower = [.. Words.Select(word => word.Lower)];
    }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>Its words in lower case.</summary>
    public IReadOnlyList<string> Lower => _lower;

    /// <summary>Number of words.</summary>
    public int Count => Words.Count;

    /// <summary>Whether the sentence is a question.</summary>
    public bool IsQuestion => Text.AsSpan().TrimEnd("\"”')»").EndsWith("?");

    /// <summary>Returns the text from one word to another, without punctuation at either end.</summary>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word; above <paramref name="first"/>.</param>
    public string Slice(int first, int end) => Text[Words[first].Start..Words[end - 1].End];

    /// <summary>
    /// Returns the text from one word to another as it would stand inside a sentence: the first word of the sentence in small letters,
    /// unless another capital near it says that it is a name.
    /// </summary>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word; above <paramref name="first"/>.</param>
    public string SmallSlice(int first, int end)
    {
        var text = Slice(first, end);
        if (first > 0 || !Words[0].IsCapitalised)
            return text;
        var isFunctionWord = StopWords.For("en").Contains(_lower[0]) && _lower[0] is not "i";
        var isName = Words[0].Text.Skip(1).Any(char.IsUpper) || (end > 1 && Words[1].IsCapitalised);
        return isName && !isFunctionWord ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    /// <summary>Whether anything but a space stands between a word and the one before it.</summary>
    /// <param name="word">Index of the later word, at least 1.</param>
    public bool HasBreakBefore(int word) => Text.AsSpan(Words[word - 1].End, Words[word].Start - Words[word - 1].End) is not " ";

    /// <summary>Returns the index of the first word at or after <paramref name="from"/> with punctuation before it, or the number of words.</summary>
    /// <param name="from">Index of a word, at least 1.</param>
    public int NextBreak(int from)
    {
        while (from < Count && !HasBreakBefore(from))
            from++;
        return from;
    }

    /// <summary>Returns the index of the first word in a range that is one of some words, or -1.</summary>
    /// <param name="words">Words in lower case.</param>
    /// <param name="from">Index of the first word of the range.</param>
    /// <param name="end">Index after its last word; cut to the number of words.</param>
    public int IndexOfAny(IReadOnlySet<string> words, int from, int end)
    {
        for (var index = from; index < Math.Min(end, Count); index++)
        {
            if (words.Contains(_lower[index]))
                return index;
        }

        return -1;
    }
}
