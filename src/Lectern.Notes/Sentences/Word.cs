namespace Lectern.Notes.Sentences;

/// <summary>A word and where it stands in the text that it was taken from.</summary>
/// <param name="Text">The word as written.</param>
/// <param name="Start">Index of its first UTF-16 unit in the text.</param>
public readonly record struct Word(string Text, int Start)
{
    /// <summary>Index after its last UTF-16 unit in the text.</summary>
    public int End => Start + Text.Length;

    /// <summary>The word in lower case, a typographic apostrophe made a plain one.</summary>
    public string Lower => Text.ToLowerInvariant().Replace('’', '\'');

    /// <summary>Whether the word begins with a capital letter.</summary>
    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>Whether the word has a digit in it.</summary>
    public bool HasDigit => Text.Any(char.IsDigit);
}
