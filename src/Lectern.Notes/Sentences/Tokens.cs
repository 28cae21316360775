using System.Globalization;
using System.Text;

namespace Lectern.Notes.Sentences;

/// <summary>Cuts text into words.</summary>
public static class Tokens
{
    /// <summary>Returns the words of a text in order.</summary>
    /// <param name="text">Any text in any language; surrogate pairs are kept whole.</param>
    /// <returns>
    /// Runs of letters, marks and digits. Apostrophes and hyphens between letters, and points and commas between digits, belong to
    /// the word ("don't", "well-known", "3.14"). In scripts written without spaces every character is a word.
    /// </returns>
    public static IReadOnlyList<Word> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var words = new List<Word>();
        var start = -1;
        var index = 0;
        while (index < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);
            var isUnspaced = Scripts.IsUnspaced(rune.Value);
            if (isUnspaced || !(IsWordRune(rune) || (start >= 0 && JoinsWord(text, index))))
            {
                Flush(text, ref start, index, words);
            }
            else if (start < 0)
            {
                start = index;
            }

            if (isUnspaced && IsWordRune(rune))
            {
                words.Add(new Word(text.Substring(index, length), index));
            }

            index += length;
        }

        Flush(text, ref start, text.Length, words);
        return words;
    }

    /// <summary>Counts the words of a text as a reader would: in scripts without spaces two characters count as one word.</summary>
    /// <param name="text">Any text.</param>
    public static int Count(string text)
    {
        var words = Of(text);
        var unspaced = words.Count(word => Scripts.IsUnspaced(char.ConvertToUtf32(word.Text, 0)));
        return words.Count - unspaced + ((unspaced + 1) / 2);
    }

    private static void Flush(string text, ref int start, int end, List<Word> words)
    {
        if (start >= 0)
        {
            words.Add(new Word(text[start..end], start));
            start = -1;
        }
    }

    private static bool IsWordRune(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool JoinsWord(string text, int index)
    {
        if (index + 1 >= text.Length)
        {
            return false;
        }

        var (before, after) = (text[index - 1], text[index + 1]);
        return text[index] switch
        {
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '-' or '‐' or '‑' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            '.' or ',' => char.IsDigit(before) && char.IsDigit(after),
            '\u200c' or '\u200d' => true,
            _ => false,
        };
    }
}
