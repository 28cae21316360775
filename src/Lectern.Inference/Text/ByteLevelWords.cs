using System.Globalization;
using System.Text;

namespace Lectern.Inference.Text;

/// <summary>Splits a text into the words inside which a byte-level tokenizer merges.</summary>
/// <remarks>
/// The rule of openai/gpt-2 <c>encoder.py</c>, the pattern
/// <c>'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>. It is scanned by hand because .NET's
/// expressions see halves of the characters beyond U+FFFF, which would split letters of rarer scripts. Thread-safe.
/// </remarks>
internal static class ByteLevelWords
{
    private static readonly string[] Contractions = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    private enum Kind
    {
        Letter,
        Number,
        Space,
        Other,
    }

    /// <summary>Splits a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The words in order, each with the single space before it; together they are the text.</returns>
    internal static IEnumerable<string> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = LengthOfWord(text.AsSpan(start));
            yield return text.Substring(start, length);
            start += length;
        }
    }

    private static int LengthOfWord(ReadOnlySpan<char> rest)
    {
        foreach (var contraction in Contractions)
        {
            if (rest.StartsWith(contraction, StringComparison.Ordinal))
                return contraction.Length;
        }

        var lead = rest[0] == ' ' && rest.Length > 1 && KindAt(rest[1..], out _) != Kind.Space ? 1 : 0;
        var kind = KindAt(rest[lead..], out _);
        var run = LengthOfRun(rest[lead..], kind, out var last);
        if (kind != Kind.Space)
            return lead + run;
        // White space before a word leaves its last character to that word, unless it is all there is.
        return run < rest.Length && run > last ? run - last : run;
    }

    private static int LengthOfRun(ReadOnlySpan<char> text, Kind kind, out int last)
    {
        var length = 0;
        last = 0;
        while (length < text.Length && KindAt(text[length..], out var width) == kind)
        {
            length += width;
            last = width;
        }

        return length;
    }

    private static Kind KindAt(ReadOnlySpan<char> text, out int width)
    {
        Rune.DecodeFromUtf16(text, out var rune, out width);
        if (Rune.IsWhiteSpace(rune))
            return Kind.Space;
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter => Kind.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Number,
            _ => Kind.Other,
        };
    }
}
