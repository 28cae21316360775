using System.Globalization;
using System.Text;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Exports.Subtitles;

/// <summary>A piece of text that a line of subtitles never breaks.</summary>
/// <param name="Text">The piece: a word, or one character of a script without spaces or of a word too long for a line.</param>
/// <param name="HasSpaceBefore">Whether a space stands before it inside a line.</param>
internal sealed record CueToken(string Text, bool HasSpaceBefore)
{
    /// <summary>The most columns of a line.</summary>
    public const int MaxColumns = 42;

    /// <summary>Columns that the piece takes, without the space before it.</summary>
    public int Columns { get; } = ColumnsOf(Text);

    /// <summary>Cuts a text into pieces.</summary>
    public static List<CueToken> Of(string text)
    {
        var tokens = new List<CueToken>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var isSplit = ColumnsOf(word) > MaxColumns || word.EnumerateRunes().Any(rune => Scripts.IsUnspaced(rune.Value));
            if (!isSplit)
            {
                tokens.Add(new CueToken(word, HasSpaceBefore: true));
                continue;
            }

            var elements = StringInfo.GetTextElementEnumerator(word);
            for (var isFirst = true; elements.MoveNext(); isFirst = false)
                AddElement(elements.GetTextElement(), isFirst, tokens);
        }

        return tokens;
    }

    /// <summary>Returns the text of a run of pieces.</summary>
    public static string Join(IReadOnlyList<CueToken> tokens, int first, int end)
    {
        var text = new StringBuilder();
        for (var index = first; index < end; index++)
        {
            if (index > first && tokens[index].HasSpaceBefore)
                text.Append(' ');
            text.Append(tokens[index].Text);
        }

        return text.ToString();
    }

    // A heap of marks on one letter can be longer than any line; it is cut where it must be, but never between two surrogates.
    private static void AddElement(string element, bool isFirst, List<CueToken> tokens)
    {
        while (ColumnsOf(element) > MaxColumns)
        {
            var cut = char.IsHighSurrogate(element[(MaxColumns / 2) - 1]) ? (MaxColumns / 2) - 1 : MaxColumns / 2;
            tokens.Add(new CueToken(element[..cut], isFirst));
            (element, isFirst) = (element[cut..], false);
        }

        tokens.Add(new CueToken(element, isFirst));
    }

    // East Asian characters are as wide as two letters; for the rest UTF-16 units are counted, which is never too few.
    private static int ColumnsOf(string text) => text.EnumerateRunes().Sum(rune => Scripts.IsWide(rune.Value) ? 2 : rune.Utf16SequenceLength);
}
