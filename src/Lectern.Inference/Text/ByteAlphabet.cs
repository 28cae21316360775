using System.Text;

namespace Lectern.Inference.Text;

/// <summary>Writes every byte as one printable character, so that a vocabulary of text can hold any sequence of bytes.</summary>
/// <remarks>
/// The alphabet of byte-level tokenizers (GPT-2, <c>bytes_to_unicode</c> in openai/gpt-2 <c>encoder.py</c>): the printable
/// characters of Latin-1 stand for themselves, the other 68 bytes in rising order for U+0100 and up. Thread-safe.
/// </remarks>
internal static class ByteAlphabet
{
    private static readonly char[] Letters = BuildLetters();
    private static readonly Dictionary<char, byte> Bytes = Letters.Select((letter, value) => (letter, value)).ToDictionary(pair => pair.letter, pair => (byte)pair.value);

    /// <summary>Gets the character that stands for a byte.</summary>
    /// <param name="value">The byte.</param>
    internal static char LetterOf(byte value) => Letters[value];

    /// <summary>Writes the UTF-8 bytes of a text in the alphabet.</summary>
    /// <param name="text">Any text; a lone surrogate becomes U+FFFD.</param>
    /// <returns>One character per byte.</returns>
    internal static string Write(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return string.Create(bytes.Length, bytes, static (letters, bytes) =>
        {
            for (var k = 0; k < bytes.Length; k++)
                letters[k] = Letters[bytes[k]];
        });
    }

    /// <summary>Reads the bytes that a piece of the vocabulary stands for.</summary>
    /// <param name="piece">A piece written in the alphabet.</param>
    /// <returns>The bytes; null where the piece has a character that is not of the alphabet.</returns>
    internal static byte[]? Read(string piece)
    {
        var bytes = new byte[piece.Length];
        for (var k = 0; k < piece.Length; k++)
        {
            if (!Bytes.TryGetValue(piece[k], out bytes[k]))
                return null;
        }

        return bytes;
    }

    private static char[] BuildLetters()
    {
        var next = '\u0100';
        return [.. Enumerable.Range(0, 256).Select(value => IsPrintable(value) ? (char)value : next++)];
    }

    private static bool IsPrintable(int value) => value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
}
